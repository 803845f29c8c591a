// A guess at the person's operating system, which only decides whose commands come first. Every system stays one tap away,
// as administrators often fix other people's machines.
import type { System } from "../../contract";

interface Navigators {
  userAgent: string;
  platform?: string;
  maxTouchPoints?: number;
  userAgentData?: { platform?: string };
}

export function systemOf(navigator: Navigators): System {
  const name = `${navigator.userAgentData?.platform ?? ""} ${navigator.platform ?? ""} ${navigator.userAgent}`;
  if (/android/i.test(name)) return "android";
  // iPadOS reports itself as a Macintosh, but no Mac has a touch screen.
  if (/iphone|ipad|ipod/i.test(name) || (/mac/i.test(name) && (navigator.maxTouchPoints ?? 0) > 1)) return "ios";
  if (/mac/i.test(name)) return "macos";
  if (/win/i.test(name)) return "windows";
  return /linux|x11|cros/i.test(name) ? "linux" : "browser";
}
