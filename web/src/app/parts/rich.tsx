// A text of the locale as nodes. Code in it stays code in every language. Addresses of Alibaba's pages are links.
//
// Law: what DNS or the person says is never a link. A link is an address of core/provider/provider.json, in our own words or
// as the value login_url.
import { addresses } from "address-data";
import type { Args } from "../../contract";
import type { View } from "../state/view";

export function Rich({ view, id, args = {} }: { view: View; id: string; args?: Args }) {
  const { login_url: login, ...others } = args;
  const values = new Set(Object.values(others).flat());
  return (
    <>
      {view.words.rich(id, args).map((segment) => {
        if (!("code" in segment)) return segment.text;
        const { code } = segment;
        const isOurs = code === login || !values.has(code);
        return isOurs && addresses.includes(withoutSlash(code)) ? <Address text={code} /> : <Code text={code} />;
      })}
    </>
  );
}

const withoutSlash = (text: string): string => text.replace(/\/$/, "");

function Address({ text }: { text: string }) {
  return (
    <a href={text.startsWith("https://") ? text : `https://${text}`} target="_blank" rel="noreferrer noopener">
      <Code text={text} />
    </a>
  );
}

export function Code({ text }: { text: string }) {
  return (
    <code lang="en" dir="ltr" translate={false}>
      {text}
    </code>
  );
}
