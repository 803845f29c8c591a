// What a link to a page is called: the number or the last part of its address, as the host is the same for most. Pure.

const longest = 32; // characters: some addresses of the documentation are sentences

export const isAlibabas = (url: string): boolean => /^https:\/\/([\w-]+\.)*(aliyun|alibabacloud)\.com(\/|$)/.test(url);

export function pageName(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split("/").filter(Boolean).pop();
  const name = last?.replace(/\.html?$/, "") ?? hostname;
  return name.length > longest ? `${name.slice(0, longest)}\u2026` : name;
}
