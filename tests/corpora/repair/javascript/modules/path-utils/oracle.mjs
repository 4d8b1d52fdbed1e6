export function sample(module, random) {
  const part = () => random.pick(["a", "b", "ab", "..", ".", "", "c.txt", ".env", "x.tar.gz"]);
  const path = (least = 0) => random.pick(["", "", "/"]) + random.list(random.int(least, 5), part).join("/") + random.pick(["", "", "/"]);
  const plain = () => `/${random.list(random.int(0, 4), () => random.pick(["a", "b", "ab"])).join("/")}`;
  const files = random.list(random.int(0, 4), () => `${random.pick(["a/", "a/", "b/"])}${random.list(random.int(1, 3), () => random.pick(["a", "a", "b"])).join("/")}`);
  return [
    module.normalize(path()),
    module.join(...random.list(random.int(0, 4), path)),
    module.resolve(plain(), ...random.list(random.int(0, 3), path)),
    module.relative(plain(), plain()),
    module.baseName(path(1), random.pick([undefined, ".txt", ".gz", "c.txt"])),
    module.extension(path(1)),
    module.commonFolder(files),
    files,
  ];
}
