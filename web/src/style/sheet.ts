// Style sheets of a shadow root: constructed once and shared by all instances. Where a browser cannot do that (Safari
// before 16.4, Firefox before 101), links to the same files, as a policy of style-src 'self' forbids <style>.

const sheets = new Map<string, CSSStyleSheet>();

export function adopt(root: ShadowRoot, css: string, file: string): void {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    let sheet = sheets.get(file);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(file, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(file, import.meta.url).href;
  root.insertBefore(link, root.querySelector("div")); // in the order in which they are adopted
}
