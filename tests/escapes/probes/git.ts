import type { Probe } from "../probe.ts";

/**
 * What a poisoned `.git` would make the supervisor's git do when the sandbox is put back, which happens after each
 * probe. Each names the command that git would run: it leaves a trace on the host.
 */
export const gitProbes: readonly Probe[] = [
  {
    name: "leaves hooks",
    command: (host) =>
      `mkdir -p .git/hooks h; for n in post-checkout pre-commit post-index-change reference-transaction post-merge; do printf '#!/bin/sh\\ntouch ${host.harmed}\\n' > .git/hooks/$n; chmod +x .git/hooks/$n; cp .git/hooks/$n h/; done; git config core.hooksPath "$PWD/h"`,
  },
  {
    name: "leaves a file system monitor",
    command: (host) =>
      `printf '#!/bin/sh\\ntouch ${host.harmed}\\n' > mon; chmod +x mon; git config core.fsmonitor "$PWD/mon"; git config core.fsmonitor "touch ${host.harmed}; false"`,
  },
  {
    name: "leaves filters for all files",
    command: (host) =>
      `git config filter.evil.smudge "touch ${host.harmed}; cat"; git config filter.evil.clean "touch ${host.harmed}; cat"; git config filter.evil.process "touch ${host.harmed}"; echo '* filter=evil diff=evil merge=evil' > .gitattributes; mkdir -p .git/info; echo '* filter=evil' > .git/info/attributes; git config diff.evil.textconv "touch ${host.harmed}; cat"; git config merge.evil.driver "touch ${host.harmed}"; echo changed >> a.txt`,
  },
  {
    name: "borrows objects of another repository",
    command: (host) =>
      `echo "$PWD/.git/objects" > .git/objects/info/alternates; echo "${host.home}/.git/objects" >> .git/objects/info/alternates; git cat-file -p "$SECRET_BLOB" || true`,
  },
  {
    name: "leads git elsewhere by a file, a link, or the common directory",
    command: (host) =>
      `rm -rf .git; echo "gitdir: ${host.home}/.ssh" > .git; rm .git; ln -s ${host.home}/.ssh .git; git status; rm .git; mkdir .git; echo ${host.home} > .git/commondir; echo "ref: refs/heads/main" > .git/HEAD`,
  },
  {
    name: "moves git's work tree to a home",
    command: (host) =>
      `git config core.worktree ${host.home}; git config core.bare false; git config core.sshCommand "touch ${host.harmed}"; git config core.pager "touch ${host.harmed}"; git config alias.checkout-index "!touch ${host.harmed}"; git config include.path ${host.sentinel}; git config gpg.program "touch ${host.harmed}"; git config credential.helper "!touch ${host.harmed}"`,
  },
  {
    name: "leaves a submodule with a command in it",
    command: (host) =>
      `printf '[submodule "x"]\\n\\tpath = x\\n\\turl = ext::sh -c touch%%20${host.harmed}\\n\\tupdate = !touch ${host.harmed}\\n' > .gitmodules; mkdir -p x/.git/hooks; printf '[core]\\n\\tfsmonitor = touch ${host.harmed}\\n' > x/.git/config; echo 'ref: refs/heads/main' > x/.git/HEAD`,
  },
  {
    name: "leaves a broken index and locks",
    command: () =>
      "head -c 5000 /dev/urandom > .git/index; touch .git/index.lock .git/HEAD.lock .git/config.lock; echo junk > .git/HEAD",
  },
  {
    name: "puts programs in the supervisor's way",
    command: (host) =>
      `for n in git find rm chmod cp awk sh du setpriv bwrap node; do printf '#!/bin/sh\\ntouch ${host.harmed}\\n' > $n; chmod +x $n; cp $n "$OUT"/; cp $n ~/; done; mkdir -p node_modules/.bin bin; cp git bin/; echo "touch ${host.harmed}" > .profile; echo "touch ${host.harmed}" > ~/.bashrc`,
  },
  {
    name: "leaves a library for whoever comes next",
    command: (host) =>
      `printf '#include <stdlib.h>\\n__attribute__((constructor)) void f(void){system("touch ${host.harmed}");}' > e.c; cc -shared -fPIC -o evil.so e.c; echo "$PWD/evil.so" > /etc/ld.so.preload; cp evil.so "$OUT"/libc.so.6; export LD_PRELOAD="$PWD/evil.so"; true`,
  },
];
