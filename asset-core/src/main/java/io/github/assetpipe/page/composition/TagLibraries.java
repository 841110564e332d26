package io.github.assetpipe.page.composition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of tag libraries of JSP, Grails and Faces: which of their tags render no scripts. */
final class TagLibraries {
    /** The prefixes that everybody gives to the well-known libraries, for pages whose directives stand elsewhere. */
    private static final Map<String, String> CUSTOMARY = Map.ofEntries(
            Map.entry("c", "jstl/core"),
            Map.entry("fmt", "jstl/fmt"),
            Map.entry("fn", "jstl/functions"),
            Map.entry("sql", "jstl/sql"),
            Map.entry("x", "jstl/xml"),
            Map.entry("spring", "springframework.org/tags"),
            Map.entry("form", "springframework.org/tags/form"),
            Map.entry("sec", "springframework.org/security/tags"),
            Map.entry("security", "springframework.org/security/tags"),
            Map.entry("authz", "springframework.org/security/tags"),
            Map.entry("s", "struts-tags"),
            Map.entry("bean", "tags-bean"),
            Map.entry("logic", "tags-logic"),
            Map.entry("html", "tags-html"),
            Map.entry("tiles", "tags-tiles"),
            Map.entry("shiro", "shiro.apache.org"),
            Map.entry("display", "displaytag"),
            Map.entry("stripes", "stripes.sourceforge.net"),
            Map.entry("decorator", "sitemesh"),
            Map.entry("page", "sitemesh"),
            Map.entry("sitemesh", "sitemesh"),
            Map.entry("g", "grails"),
            Map.entry("jsp", "jsp"));

    /** Parts of the URIs of libraries whose tags render no scripts, but for those in {@link #SCRIPTED}. */
    private static final List<String> KNOWN = List.of(
            "jstl/core",
            "jstl/fmt",
            "jstl/functions",
            "jstl/sql",
            "jstl/xml",
            "jsp/jstl",
            "jakarta.tags",
            "springframework.org/tags",
            "springframework.org/security",
            "struts-tags",
            "tags-bean",
            "tags-logic",
            "tags-html",
            "struts.apache.org/tags",
            "tiles",
            "shiro",
            "displaytag",
            "stripes",
            "sitemesh",
            "grails",
            "taglibs/core",
            "taglibs/string",
            "taglibs/datetime");

    /** Tags of known libraries that do render scripts, or whatever an application makes them render. */
    private static final Set<String> SCRIPTED = Set.of(
            "s:head",
            "s:debug",
            "s:component",
            "s:action",
            "s:combobox",
            "s:doubleselect",
            "s:optiontransferselect",
            "s:inputtransferselect",
            "s:updownselect",
            "s:tree",
            "s:treenode",
            "s:datetimepicker",
            "s:autocompleter",
            "s:tabbedPanel",
            "s:textarea-rich",
            "s:script",
            "html:javascript",
            "form:javascript",
            "stripes:layout-render",
            "stripes:layout-component",
            "stripes:layout-definition",
            "stripes:field-metadata",
            "stripes:useActionBean-script",
            "g:javascript",
            "g:setupJavascript",
            "g:remoteLink",
            "g:remoteFunction",
            "g:submitToRemote",
            "g:formRemote",
            "g:include",
            "g:layoutResources",
            "g:datePicker-script",
            "g:renderException",
            "c:import",
            "page:applyDecorator",
            "decorator:usePage-script");

    private TagLibraries() {}

    /** Tells whether a prefix has a meaning that everybody knows. */
    static boolean isCustomary(String prefix) {
        return CUSTOMARY.containsKey(prefix);
    }

    /**
     * Tells whether a tag renders no scripts beside those in its body.
     *
     * @param library the URI that its page binds the prefix to, or the empty string when the page does not say
     */
    static boolean isPlain(String library, String prefix, String local, Map<String, String> attributes) {
        String uri = library.isEmpty() ? CUSTOMARY.getOrDefault(prefix, "") : library;
        boolean known = KNOWN.stream().anyMatch(uri::contains);
        if (!known || SCRIPTED.contains(prefix + ":" + local)) {
            return false;
        }
        // These set the focus or check the fields by a script that they write.
        boolean form = local.equals("form");
        return !(form
                && (attributes.containsKey("focus")
                        || attributes.containsKey("focuselement")
                        || attributes.getOrDefault("validate", "false").contains("true")));
    }
}
