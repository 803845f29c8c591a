// Style sheets of a shadow root. Constructed once and shared by all instances; where a browser lacks that (Safari before
// 16.4, Firefox before 101), a link to the same file, for a policy of style-src 'self' forbids <style>.

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
  root.insertBefore(link, root.querySelector("div")); // in the order of their coming, before what they dress
}
