/** What no candidate may edit, whatever config says. */
export type BuiltInProtection = {
  /** Name of the group. */
  readonly rule: "automation" | "dependencies" | "tools" | "startup";
  /** What it keeps safe, to finish the sentence "it is protected: …". */
  readonly reason: string;
  readonly globs: readonly string[];
};

const script = "{js,mjs,cjs,jsx,ts,mts,cts,tsx}";

/** Globs by what they would let a candidate change, in the ecosystems that gates know. Case is ignored. */
export const builtInProtections: readonly BuiltInProtection[] = [
  {
    rule: "automation",
    reason: "workflows, hooks and dot-folders decide what runs, and where",
    globs: [
      "**/.*/**",
      "**/CODEOWNERS",
      "**/.git{attributes,modules,ignore,keep}",
      "**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,appveyor.yml,action.yml,action.yaml}",
      "**/{cloudbuild,buildspec,codemagic,bitrise,wercker,drone}.{yml,yaml}",
      "**/{nightshift,codecov,renovate,dependabot,lefthook,sonar-project}.{yml,yaml,json,json5,toml,properties}",
      "**/{Procfile,Vagrantfile,Tiltfile,skaffold.yaml}",
    ],
  },
  {
    rule: "dependencies",
    reason: "manifests and lock files decide which code of others runs",
    globs: [
      "**/package.{json,json5,yaml}",
      "**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb}",
      "**/{deno,jsr,bower,lerna,nx,turbo,rush,import_map,importmap,import-map}.{json,jsonc}",
      "**/{deno.lock,pnpmfile.cjs,pnpmfile.js,shrinkwrap.yaml,bunfig.toml,workspace.json,project.json}",
      "**/{pyproject.toml,setup.py,setup.cfg,Pipfile,Pipfile.lock,poetry.lock,uv.lock,pdm.lock,poetry.toml}",
      "**/{environment*.yml,environment*.yaml,conda-lock.yml,pixi.toml,pixi.lock,hatch.toml,uv.toml,pylock*.toml}",
      "**/{*requirements*,constraints}*.{txt,in}",
      "**/requirements/**/*.{txt,in}",
      "**/{MANIFEST.in,versioneer.py,setup_*.py,buildout.cfg,meson.build,meson_options.txt}",
      "**/{go.mod,go.sum,go.work,go.work.sum,Cargo.toml,Cargo.lock,rust-toolchain,rust-toolchain.toml,build.rs}",
      "**/{Gemfile,Gemfile.lock,*.gemspec,composer.json,composer.lock,pom.xml,*.gradle,*.gradle.kts}",
      "**/{gradle.properties,gradle.lockfile,libs.versions.toml,gradlew,gradlew.bat,mvnw,mvnw.cmd}",
      "**/gradle/wrapper/**",
      "**/{*.csproj,*.fsproj,*.vbproj,*.sln,*.slnx,*.props,*.targets,packages.config,nuget.config,global.json}",
      "**/{Package.swift,Package.resolved,Podfile,Podfile.lock,Cartfile,pubspec.yaml,pubspec.lock}",
      "**/{mix.exs,mix.lock,rebar.config,rebar.lock,stack.yaml,*.cabal,build.sbt,dune-project,*.opam}",
      "**/{node_modules,bower_components,vendor,.venv,venv,site-packages,third_party}/**",
    ],
  },
  {
    rule: "tools",
    reason: "settings of runners, linters, compilers and builds decide what a gate sees",
    globs: [
      "**/.*",
      `**/*.{config,conf,workspace}.{${script.slice(1, -1)},json,jsonc,yml,yaml,toml}`,
      "**/{tsconfig,jsconfig}*.json",
      "**/{biome,deno,jest,mocha,vitest,karma,nyc,tslint,eslint,oxlint,cypress,babel,swc,cspell,knip,wallaby}*.{json,jsonc}",
      `**/{webpack,rollup,vite,jest,karma,protractor,wdio,babel,eslint,prettier}.*.${script}`,
      `**/{Gruntfile,gulpfile,wallaby,jest-preset,jest-resolver,jest-transform,babel-preset}.${script}`,
      "**/{mocha,nyc,cucumber,c8}.{opts,json,yml,yaml,js,cjs,mjs}",
      "**/{pytest,tox,mypy,ruff,rustfmt,clippy,pylint,flake8,isort,coverage,nose,nose2,unittest,bandit,ty,deny,nextest,tarpaulin,cross}.{ini,toml,cfg,yml,yaml}",
      "**/{pylintrc,noxfile.py,dodo.py,fabfile.py,pyrightconfig.json,golangci.yml,golangci.yaml,revive.toml,tools.go}",
      "**/{phpunit,phpstan,psalm,phpcs}*.{xml,neon,dist,xml.dist,neon.dist}",
      "**/{checkstyle,pmd,spotbugs,detekt}*.{xml,yml}",
      "**/{Makefile,makefile,GNUmakefile,*.mk,CMakeLists.txt,*.cmake,justfile,Rakefile,configure.ac,configure.in,SConstruct}",
      "**/{Taskfile,taskfile,Earthfile}{,.yml,.yaml}",
      "**/{BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,*.bzl}",
      "**/{Dockerfile,Dockerfile.*,*.Dockerfile,Containerfile,docker-compose*.yml,docker-compose*.yaml,compose.yml,compose.yaml}",
      "{,packages/*/,apps/*/}{scripts,script,ci,hack}/**/{test,tests,lint,check,typecheck,coverage,ci,verify}{,-*,_*}.{sh,bash,js,mjs,cjs,ts,mts,py,rb,pl,ps1}",
      "**/{run,runner}{-,_,.,}{test,tests,lint,checks,ci}{,-*,_*,.*}",
      "**/{test,tests,lint,check,ci,coverage}{,-*,_*}.{sh,bash,bat,ps1,cmd}",
    ],
  },
  {
    rule: "startup",
    reason: "files that an interpreter or a test runner loads by itself would run in every gate",
    globs: [
      "**/{sitecustomize,usercustomize,conftest}.py",
      "**/*.{pth,egg-link}",
      `**/{jest,vitest,test,tests,mocha,ava,playwright,cypress}{-,_,.}{setup,environment,env,globals,global-setup,bootstrap,preload,init}{,-*,_*,.*}.${script}`,
      `**/{setup,global,globals}{-,_,.}{test,tests,jest,vitest,mocha,setup,teardown,env,files,file}{,-*,_*,.*}.${script}`,
      `**/{setupTests,setupTest,setupJest,setupVitest,setupFiles,setupFile,globalSetup,globalTeardown,jestSetup,testSetup,vitestSetup}{,.*}.${script}`,
      `**/{test,tests,__tests__,spec,specs,e2e,cypress/support}/**/{setup,teardown,globals,bootstrap,preload,register,init}.${script}`,
      "**/{spec_helper,rails_helper,test_helper}.{rb,exs}",
      "**/{pytest_*,*_pytest_plugin,pytest_plugin}.py",
      "**/*.{egg-info,dist-info}/**",
    ],
  },
];
