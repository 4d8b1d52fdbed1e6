import { describe, expect, it } from "vitest";
import { corpusSeed, createRandom, isFullCorpus } from "../helpers/corpus.ts";
import { createMemoryWorld, type MemoryWorld, pushFiles } from "../helpers/memory-github/memory-world.ts";
import { describeWorld, publishInto, type ToldCampaign, tellCampaign } from "../helpers/publish-rig.ts";

const campaigns = isFullCorpus ? 300 : 12;
const paths = ["src/a.js", "src/b.js", "src/c.js", "lib/d.js"];

/** A world and a campaign in it, by chance. */
function drawCase(random: () => number): { readonly open: () => MemoryWorld; readonly told: ToldCampaign } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const mode = pick(["per-promotion", "per-promotion", "per-campaign"]);
  const hasMaster = random() < 0.5;
  const maxOpen = 1 + Math.floor(random() * 5);
  const touched = new Set<string>();
  const promotions = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, at) => {
    const path = pick(paths);
    const isRepeated = touched.has(path);
    touched.add(path);
    return {
      cycle: at * 2 + 1,
      edits: { [path]: `promotion ${at}\n` },
      isDropped: !isRepeated && random() < 0.2,
      isStacked: isRepeated || random() < 0.2,
    };
  });
  const open = () => {
    const config = `pullRequests: { mode: ${mode}, maxOpen: ${maxOpen} }\n`;
    const world = createMemoryWorld({ files: { "src/a.js": "a\n", ".github/nightshift.yml": config } });
    if (!hasMaster) return world;
    const ref = "refs/heads/nightshift/master";
    world.refs.set(ref, world.refs.get("refs/heads/main") ?? "");
    pushFiles(world, { ref, files: { "old.js": "old\n" } });
    return world;
  };
  return { open, told: { promotions, ...(hasMaster ? { carried: { "old.js": "old\n" } } : {}) } };
}

describe("publishing a campaign drawn by chance", () => {
  it(`ends the same after many runs that are cut off anywhere as after one (${campaigns} campaigns)`, async () => {
    const random = createRandom(corpusSeed);
    for (let number = 0; number < campaigns; number += 1) {
      const { open, told } = drawCase(random);
      const once = open();
      await publishInto(once, tellCampaign(once, told)).done;
      const world = open();
      const source = tellCampaign(world, told);
      for (let run = 0; run < 5; run += 1) {
        const last = 1 + Math.floor(random() * 20);
        const when = random() < 0.5 ? "before" : "after";
        const die = ({ write }: { readonly write: number }) => {
          if (write === last) throw new Error("killed");
        };
        await publishInto(world, source, { hooks: { [when]: die } }).done.catch(() => null);
      }
      await publishInto(world, source).done;
      expect(describeWorld(world), `campaign ${number} of seed ${corpusSeed}`).toEqual(describeWorld(once));
      const again = publishInto(world, source);
      await again.done;
      expect(again.listWrites()).toEqual([]);
    }
  });
});
