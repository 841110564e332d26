package io.github.assetpipe.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The recipes of servlet containers, in the containers. */
class ServletRecipesTest extends RecipeProbe {
    @Test
    void tomcatSendsVariantsAndTheYear() throws Exception {
        Path classes = application("tomcat-web.xml");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.resolve("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Context context = tomcat.addContext("", web.toString());
            context.setParentClassLoader(loader);
            Tomcat.addDefaultMimeTypeMappings(context);
            context.addLifecycleListener(new org.apache.catalina.startup.ContextConfig());
            tomcat.start();
            probe("http://127.0.0.1:" + tomcat.getConnector().getLocalPort(), true);
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void jettySendsVariantsAndTheYear() throws Exception {
        Path classes = application("jetty-web.xml");
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            WebAppContext context = new WebAppContext();
            context.setContextPath("/");
            context.setBaseResourceAsPath(web);
            context.setClassLoader(loader);
            context.setTempDirectory(base.resolve("jetty").toFile());
            context.setThrowUnavailableOnStartupException(true);
            server.setHandler(context);
            server.start();
            probe("http://127.0.0.1:" + connector.getLocalPort(), true);
        } finally {
            server.stop();
        }
    }

    /** Compiles the recipe's filter, and puts the recipe into the application's descriptor. */
    private Path application(String recipe) throws Exception {
        Path classes = Files.createDirectories(base.resolve("classes"));
        Path filter = base.resolve("AssetCacheFilter.java");
        Files.writeString(filter, Objects.requireNonNull(recipes.get("AssetCacheFilter.java")));
        String servlets = Path.of(Tomcat.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", servlets, "-d", classes.toString(), filter.toString()));
        Files.createDirectories(web.resolve("WEB-INF"));
        Files.writeString(
                web.resolve("WEB-INF/web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + recipes.get(recipe)
                        + "<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list></web-app>");
        return classes;
    }
}
