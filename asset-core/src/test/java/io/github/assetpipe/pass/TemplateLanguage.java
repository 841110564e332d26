package io.github.assetpipe.pass;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.apache.velocity.runtime.resource.util.StringResourceRepository;
import org.apache.velocity.runtime.resource.util.StringResourceRepositoryImpl;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** How real engines write what {@link RenderedSitesTest} makes up, and how they render it. Templates are named without ending. */
enum TemplateLanguage {
    FREEMARKER("ftl") {
        @Override
        String condition(String name, String yes, String no) {
            return "<#if " + name + ">" + yes + "<#else>" + no + "</#if>";
        }

        @Override
        String loop(String body) {
            return "<#list items as item>" + body + "</#list>";
        }

        @Override
        String include(String name) {
            return "<#include \"" + name + ".ftl\">";
        }

        @Override
        String value() {
            return "${t}";
        }

        @Override
        String layout(String before, String fallback, String after) {
            return "<#macro page>" + before + "<#nested>" + after + "</#macro>";
        }

        @Override
        String laidOut(String name, String content) {
            return "<#import \"" + name + ".ftl\" as l><@l.page>" + content + "</@l.page>";
        }

        @Override
        String render(Map<String, String> templates, String name, Map<String, Object> model) throws Exception {
            Configuration configuration = new Configuration(Configuration.VERSION_2_3_33);
            StringTemplateLoader loader = new StringTemplateLoader();
            templates.forEach(loader::putTemplate);
            configuration.setTemplateLoader(loader);
            StringWriter out = new StringWriter();
            configuration.getTemplate(name + ".ftl").process(model, out);
            return out.toString();
        }
    },
    PEBBLE("peb") {
        @Override
        String condition(String name, String yes, String no) {
            return "{% if " + name + " %}" + yes + "{% else %}" + no + "{% endif %}";
        }

        @Override
        String loop(String body) {
            return "{% for item in items %}" + body + "{% endfor %}";
        }

        @Override
        String include(String name) {
            return "{% include \"" + name + ".peb\" %}";
        }

        @Override
        String value() {
            return "{{ t }}";
        }

        @Override
        String layout(String before, String fallback, String after) {
            return before + "{% block content %}" + fallback + "{% endblock %}" + after;
        }

        @Override
        String laidOut(String name, String content) {
            return "{% extends \"" + name + ".peb\" %}{% block content %}" + content + "{% endblock %}";
        }

        @Override
        String render(Map<String, String> templates, String name, Map<String, Object> model) throws Exception {
            MemoryLoader loader = new MemoryLoader();
            templates.forEach(loader::addTemplate);
            StringWriter out = new StringWriter();
            new PebbleEngine.Builder()
                    .loader(loader)
                    .build()
                    .getTemplate(name + ".peb")
                    .evaluate(out, model);
            return out.toString();
        }
    },
    VELOCITY("vm") {
        @Override
        String condition(String name, String yes, String no) {
            return "#if($" + name + ")" + yes + "#{else}" + no + "#end ";
        }

        @Override
        String loop(String body) {
            return "#foreach($item in $items)" + body + "#end ";
        }

        @Override
        String include(String name) {
            return "#parse(\"" + name + ".vm\")";
        }

        @Override
        String value() {
            return "${t}";
        }

        @Override
        String layout(String before, String fallback, String after) {
            return before + "$content" + after;
        }

        @Override
        String laidOut(String name, String content) {
            return "#define($content)" + content + "#end #parse(\"" + name + ".vm\")";
        }

        @Override
        String render(Map<String, String> templates, String name, Map<String, Object> model) {
            StringResourceRepository repository = new StringResourceRepositoryImpl();
            templates.forEach(repository::putStringResource);
            VelocityEngine engine = new VelocityEngine();
            engine.setProperty("resource.loaders", "string");
            engine.setProperty("resource.loader.string.class", StringResourceLoader.class.getName());
            engine.setProperty("resource.loader.string.repository.static", "false");
            engine.setProperty("resource.loader.string.repository.name", "test");
            engine.setApplicationAttribute("test", repository);
            engine.init();
            StringWriter out = new StringWriter();
            engine.getTemplate(name + ".vm").merge(new VelocityContext(model), out);
            return out.toString();
        }
    },
    HANDLEBARS("hbs") {
        @Override
        String condition(String name, String yes, String no) {
            return "{{#if " + name + "}}" + yes + "{{else}}" + no + "{{/if}}";
        }

        @Override
        String loop(String body) {
            return "{{#each items}}" + body + "{{/each}}";
        }

        @Override
        String include(String name) {
            return "{{> " + name + "}}";
        }

        @Override
        String value() {
            return "{{t}}";
        }

        @Override
        String layout(String before, String fallback, String after) {
            return before + "{{#block \"content\"}}" + fallback + "{{/block}}" + after;
        }

        @Override
        String laidOut(String name, String content) {
            return "{{#partial \"content\"}}" + content + "{{/partial}}{{> " + name + "}}";
        }

        @Override
        String render(Map<String, String> templates, String name, Map<String, Object> model) throws IOException {
            AbstractTemplateLoader loader = new AbstractTemplateLoader() {
                @Override
                public TemplateSource sourceAt(String location) throws IOException {
                    String text = templates.get(location + ".hbs");
                    if (text == null) {
                        throw new FileNotFoundException(location);
                    }
                    return new StringTemplateSource(location + ".hbs", text);
                }
            };
            return new Handlebars(loader).compile(name).apply(model);
        }
    },
    THYMELEAF("html") {
        @Override
        String condition(String name, String yes, String no) {
            return "<div th:if=\"${" + name + "}\">" + yes + "</div><div th:unless=\"${" + name + "}\">" + no
                    + "</div>";
        }

        @Override
        String loop(String body) {
            return "<section th:each=\"item : ${items}\">" + body + "</section>";
        }

        @Override
        String include(String name) {
            return "<div th:replace=\"~{" + name + "}\"></div>";
        }

        @Override
        String value() {
            return "[[${t}]]";
        }

        @Override
        String layout(String before, String fallback, String after) {
            return before.replace("<html>", "<html th:fragment=\"page(content)\">") + "<div th:replace=\"${content}\">"
                    + fallback + "</div>" + after;
        }

        @Override
        String laidOut(String name, String content) {
            return "<html th:replace=\"~{" + name + " :: page(~{::main})}\"><body><main>" + content
                    + "</main></body></html>";
        }

        @Override
        String render(Map<String, String> templates, String name, Map<String, Object> model) {
            TemplateEngine engine = new TemplateEngine();
            AbstractConfigurableTemplateResolver resolver = new AbstractConfigurableTemplateResolver() {
                @Override
                protected ITemplateResource computeTemplateResource(
                        org.thymeleaf.IEngineConfiguration configuration,
                        String owner,
                        String template,
                        String resource,
                        String encoding,
                        Map<String, Object> attributes) {
                    return new StringTemplateResource(templates.get(template + ".html"));
                }
            };
            resolver.setTemplateMode(TemplateMode.HTML);
            engine.setLinkBuilder(new StandardLinkBuilder() {
                @Override
                protected String computeContextPath(
                        IExpressionContext context, String base, Map<String, Object> parameters) {
                    return "";
                }
            });
            engine.setTemplateResolver(resolver);
            Writer out = new StringWriter();
            engine.process(name, new Context(Locale.ROOT, model), out);
            return out.toString();
        }
    };

    private final String ending;

    TemplateLanguage(String ending) {
        this.ending = ending;
    }

    String file(String name) {
        return name + "." + ending;
    }

    abstract String condition(String name, String yes, String no);

    abstract String loop(String body);

    abstract String include(String name);

    /** Returns what prints a variable. */
    abstract String value();

    /** Returns a layout with a slot. */
    abstract String layout(String before, String fallback, String after);

    /** Returns a page that fills the slot of a layout. */
    abstract String laidOut(String name, String content);

    /** Renders a template of those given by file name. */
    abstract String render(Map<String, String> templates, String name, Map<String, Object> model) throws Exception;
}
