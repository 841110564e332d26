#!/bin/bash
# Builds a site of the bench by a Maven process, as a user would: build.sh SITE OUT assets|all|none
#
# SITE has src/**/*.html with {% compress %} blocks, and static/{scss,css,js,img,fonts}. It gets the pom.xml of this folder.
# OUT is emptied first, and so is the cache, so that every run is a cold one. Settings, all optional:
#   BENCH_REPOSITORY  the local Maven repository with the plugin; made and kept current below target/ otherwise
#   BENCH_CACHE       a cache folder that is kept from run to run, for warm builds
#   BENCH_KEEP=1      OUT and the build's own folder stay, for builds on top of builds
#   BENCH_JS          the engine for scripts: native (the default here: as small as terser) or closure
#   BENCH_JVM         what .mvn/jvm.config of the site says; by default what the page on speed recommends, "" for nothing
#   BENCH_ARGS        further arguments to mvn, such as -Dasset.threads=1
set -euo pipefail
[ $# = 3 ] || { echo "usage: $0 SITE OUT assets|all|none" >&2; exit 64; }
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
repository="${BENCH_REPOSITORY:-$here/target/repository}"

# The plugin is installed once, and again when its sources are newer. The user's own repository is only read, if at all.
jar="$repository/io/github/assetpipe/asset-maven-plugin/0.1.0/asset-maven-plugin-0.1.0.jar"
if [ ! -e "$jar" ] || [ -n "$(find "$root/pom.xml" "$root"/asset-*/pom.xml "$root"/asset-*/src/main -newer "$jar" -print -quit)" ]; then
    mvn -q -B -f "$root/pom.xml" -pl asset-maven-plugin -am install -DskipTests -Dmaven.javadoc.skip \
        "-Dmaven.repo.local=$repository" >&2
fi

site="$(cd "$1" && pwd)"
mkdir -p "$2.work"
work="$(cd "$2.work" && pwd)"
out="${work%.work}"
case "$3" in
    all) variants=() ;;
    assets) variants=(-Dasset.precompress.pages=false) ;;
    none) variants=(-Dasset.precompress.brotli=false -Dasset.precompress.gzip=false) ;;
    *) echo "assets, all or none, not $3" >&2; exit 64 ;;
esac
cmp -s "$here/site-pom.xml" "$site/pom.xml" || cp "$here/site-pom.xml" "$site/pom.xml"
mkdir -p "$site/.mvn"
echo "${BENCH_JVM--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}" > "$site/.mvn/jvm.config"
[ -n "${BENCH_KEEP:-}" ] || rm -rf "$out" "$work"/*
exec mvn -o -B -f "$site/pom.xml" package "-Dmaven.repo.local=$repository" \
    "-Dbench.js=${BENCH_JS:-native}" "-Dbench.directory=$work" "-Dasset.outputDirectory=$out" \
    "-Dasset.cacheDirectory=${BENCH_CACHE:-$work/cache}" "${variants[@]}" ${BENCH_ARGS:-}
