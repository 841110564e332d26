/** Looks at the generated site: pictures for it, and every link in it. */
package io.github.assetpipe.site;
