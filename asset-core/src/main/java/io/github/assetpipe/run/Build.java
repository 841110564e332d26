package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.transform.Lookup;

/**
 * What one build gives to each of its passes.
 *
 * @param runner runs transformers on threads, through the cache
 * @param lookup reads further files of the project and of WebJars
 * @param reporter receives warnings, notes and lines for the user
 * @param spill where finished bytes wait, so that memory holds facts only
 * @param findings receives what is only of interest to people
 * @param memory holds what former builds of a watch found out
 * @param memo holds what the last build found out about the pages
 */
public record Build(
        TransformRunner runner,
        Lookup lookup,
        Reporter reporter,
        Spill spill,
        Findings findings,
        WatchMemory memory,
        PageMemo memo) {}
