// What a resolver is called, and where it is. Pure.
import { publicResolvers, type Resolver } from "../../lookup/resolvers";
import { isPasted } from "../../run/pasted";
import type { Words } from "../../words/words";
import type { View } from "./view";

export function namesOf(words: Words, resolvers: () => readonly Resolver[]): Pick<View, "nameOf" | "regionOf"> {
  const known = (id: string) => [...resolvers(), ...publicResolvers].find((resolver) => resolver.id === id);
  return {
    nameOf: (id) => known(id)?.name ?? ownName(words, id),
    regionOf: (id) => known(id)?.region ?? "own",
  };
}

// The name of this computer's own resolver, from pasted output: "local", or "local:8.8.8.8" if a server was chosen.
function ownName(words: Words, id: string): string {
  if (id === "local") return words.t("ui.resolver.local");
  return isPasted(id) ? words.t("ui.resolver.chosen", { server: id.slice(6) }) : id;
}
