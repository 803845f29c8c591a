// Who made this tool, who did not, and who learns what.
import type { Resolver } from "../../lookup/resolvers";
import type { View } from "../state/view";

interface FooterProps {
  view: View;
  own: boolean; // a page of its own leads to the list of domains; an article does not
  resolvers: readonly Resolver[];
}

export function Footer({ view, own, resolvers }: FooterProps) {
  const { words } = view;
  return (
    <div class="foot" part="footer">
      <p>{words.t("ui.unofficial")}</p>
      {own && (
        <a href={new URL("many.html", import.meta.url).href} data-test="many">
          {words.t("ui.many")}
        </a>
      )}
      <details data-test="about">
        <summary>{words.t("ui.about")}</summary>
        <p>{words.t("ui.privacy")}</p>
        <ul>
          {resolvers.map(({ id, name, operator, privacyUrl }) => (
            <li key={id}>
              {privacyUrl ? (
                <a href={privacyUrl} target="_blank" rel="noreferrer noopener">
                  {name}
                </a>
              ) : (
                name
              )}
              {operator !== name && <span> ({operator})</span>}
            </li>
          ))}
        </ul>
        <p>
          {words.t("ui.version", { version: __VERSION__ })}{" "}
          <a href={new URL("LICENSES.txt", import.meta.url).href} target="_blank" rel="noopener" data-test="licenses">
            {words.t("ui.licenses")}
          </a>
        </p>
      </details>
    </div>
  );
}
