package io.github.assetpipe.option;

/**
 * How the browser's modules find each other.
 *
 * @param names what makes specifiers lead to files with a fingerprint
 * @param importMap project-relative file of an import map that says where bare specifiers lead, or empty; it counts before
 *     the maps that jars bring
 * @param preload whether pages get {@code modulepreload} links for what their modules import
 */
public record ModuleOptions(Names names, String importMap, boolean preload) {

    /** What makes specifiers lead to files with a fingerprint. */
    public enum Names {
        /** Specifiers are rewritten, so a module's name changes with all that it imports; the default. */
        REWRITTEN,
        /** Specifiers stay, and each page gets an import map, so a module's name changes with its own text only. */
        IMPORT_MAP
    }

    /** Returns the defaults: specifiers are rewritten, no map of one's own, no links. */
    public static ModuleOptions defaults() {
        return new ModuleOptions(Names.REWRITTEN, "", false);
    }
}
