#!/bin/bash
# Speaks the bench's protocol: ext.sh css ROUNDS OUTFILE INFILE
#                              ext.sh css-warm ROUNDS OUTFILE INFILE
#                              ext.sh js ROUNDS OUTFILE INFILE
#                              ext.sh scss ROUNDS OUTFILE INFILE
#                              ext.sh purge ROUNDS OUTFILE CSSFILE PAGES_DIR
#                              ext.sh build SITE OUT assets|all|none
# All but the last need the compiled classes and test classes of asset-core: mvn -pl asset-core test-compile
# The last runs a real Maven process with the plugin as installed: see build.sh.
# The virtual machine runs as the page on speed recommends for builds, its first compiler only, which takes half the time of
# the first call and reads no profile; BENCH_JVM="" gives the default, whose second compiler needs some seconds to pay.
# css-warm runs as a watch or an editor would: with both compilers, 150 calls, of which the first and the last are told.
# css starts from an archive of its classes (application class data sharing, from Java 25 on an ahead-of-time cache), as a command
# line tool would be shipped. It takes the newest Java in /usr/lib/jvm; BENCH_JAVA names another, BENCH_JAVA=java the usual one.
set -euo pipefail
core="$(cd "$(dirname "$0")/../../asset-core" && pwd)"
classes="$core/target/classes:$core/target/test-classes"
read -r -a jvm <<<"${BENCH_JVM--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}"
# Prints the number of a Java, such as 17.
java_version() {
    "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

# Prints the Java that is asked for, or else the newest one that is installed.
newest_java() {
    local best="${BENCH_JAVA:-java}" found=0 candidate version
    if [ -z "${BENCH_JAVA:-}" ]; then
        for candidate in "$(command -v java)" /usr/lib/jvm/*/bin/java; do
            version="$(java_version "$candidate" || true)"
            if [ "${version:-0}" -gt "$found" ]; then
                found="$version" best="$candidate"
            fi
        done
    fi
    echo "$best"
}

kind="${1:-}"
[ $# -gt 0 ] && shift
case "$kind" in
    build) exec "$(dirname "$0")/build.sh" "$@" ;;
    css)
        # Archives hold classes of jars only.
        jar="$core/target/bench-css.jar"
        java="$(newest_java)"
        version="$(java_version "$java")"
        archive="$core/target/bench-css-$version.archive"
        if [ "$version" -ge 25 ]; then
            make=-XX:AOTCacheOutput use=-XX:AOTCache
        else
            make=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile
        fi
        if [ ! -s "$archive" ] || [ -n "$(find "$core/target/classes" "$core/target/test-classes" -newer "$archive" -print -quit)" ]; then
            rm -f "$archive"
            jar cf "$jar" -C "$core/target/classes" io/github/assetpipe/css -C "$core/target/test-classes" io/github/assetpipe/bench
            "$java" "$make=$archive" "${jvm[@]}" -cp "$jar" io.github.assetpipe.bench.CssBench 100 /dev/null "$3" \
                "$core/target/test-classes/io/github/assetpipe/css/constructs.txt" >/dev/null 2>&1
        fi
        exec "$java" "$use=$archive" "${jvm[@]}" -cp "$jar" io.github.assetpipe.bench.CssBench "$@" ;;
    css-warm) exec "$(newest_java)" -Dbench.calls=150 -cp "$classes" io.github.assetpipe.bench.CssBench "$@" ;;
    purge) exec java "${jvm[@]}" -cp "$classes" io.github.assetpipe.bench.PurgeBench "$@" ;;
    js | scss)
        # The engines are libraries: their class path is asked of Maven once.
        libraries="$core/target/bench.classpath"
        [ -s "$libraries" ] || mvn -q -B -f "$core/../pom.xml" -pl asset-core dependency:build-classpath \
            -Dmdep.outputFile="$libraries" >&2
        exec java "${jvm[@]}" -cp "$classes:$(cat "$libraries")" io.github.assetpipe.bench.TransformBench "$kind" "$@" ;;
    *)
        echo "usage: $0 css|css-warm ROUNDS OUTFILE INFILE" >&2
        echo "       $0 js|scss ROUNDS OUTFILE INFILE" >&2
        echo "       $0 purge ROUNDS OUTFILE CSSFILE PAGES_DIR" >&2
        echo "       $0 build SITE OUT assets|all|none" >&2
        exit 64
        ;;
esac
