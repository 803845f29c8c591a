// Which operating system the person sits at, so that its commands come first. A guess that only orders tabs: every
// system stays one tap away, for an administrator often mends another person's machine.
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
  // iPadOS calls itself a Macintosh, yet no Mac has a touch screen.
  if (/iphone|ipad|ipod/i.test(name) || (/mac/i.test(name) && (navigator.maxTouchPoints ?? 0) > 1)) return "ios";
  if (/mac/i.test(name)) return "macos";
  if (/win/i.test(name)) return "windows";
  return /linux|x11|cros/i.test(name) ? "linux" : "browser";
}
