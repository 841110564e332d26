package io.github.assetpipe.pass;

import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;

/** Whole-site work: takes a site and gives back a site. */
public interface Pass {

    /** Returns the word that users know this pass by: {@code purge}. */
    String name();

    /**
     * Begins work of this pass that depends on the sources only, while earlier passes run. What it comes to is only seen in
     * {@link #run}, so that a pass that begins nothing, as by default, is only later and never different.
     */
    default void start(Site sources, Build build) {}

    /** Runs over the whole site. @throws io.github.assetpipe.diagnostic.AssetException with all of the pass's errors */
    Site run(Site site, Build build);
}
