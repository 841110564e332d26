#!/bin/bash
# Speaks the bench's protocol: ext.sh css ROUNDS OUTFILE INFILE
#                              ext.sh js ROUNDS OUTFILE INFILE
#                              ext.sh scss ROUNDS OUTFILE INFILE
#                              ext.sh purge ROUNDS OUTFILE CSSFILE PAGES_DIR
#                              ext.sh build SITE OUT assets|all|none
# The first four need the compiled classes and test classes of asset-core: mvn -pl asset-core test-compile
# The last runs a real Maven process with the plugin as installed: see build.sh.
set -euo pipefail
core="$(cd "$(dirname "$0")/../../asset-core" && pwd)"
classes="$core/target/classes:$core/target/test-classes"
kind="${1:-}"
[ $# -gt 0 ] && shift
case "$kind" in
    build) exec "$(dirname "$0")/build.sh" "$@" ;;
    css) exec java -cp "$classes" io.github.assetpipe.bench.CssBench "$@" ;;
    purge) exec java -cp "$classes" io.github.assetpipe.bench.PurgeBench "$@" ;;
    js | scss)
        # The engines are libraries: their class path is asked of Maven once.
        libraries="$core/target/bench.classpath"
        [ -s "$libraries" ] || mvn -q -B -f "$core/../pom.xml" -pl asset-core dependency:build-classpath \
            -Dmdep.outputFile="$libraries" >&2
        exec java -cp "$classes:$(cat "$libraries")" io.github.assetpipe.bench.TransformBench "$kind" "$@" ;;
    *)
        echo "usage: $0 css ROUNDS OUTFILE INFILE" >&2
        echo "       $0 js|scss ROUNDS OUTFILE INFILE" >&2
        echo "       $0 purge ROUNDS OUTFILE CSSFILE PAGES_DIR" >&2
        echo "       $0 build SITE OUT assets|all|none" >&2
        exit 64
        ;;
esac
