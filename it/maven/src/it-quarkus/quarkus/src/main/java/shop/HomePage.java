package shop;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** One page, rendered by Qute. */
@Path("/")
public class HomePage {
    @Inject
    Template home;

    @GET
    @Produces("text/html")
    public TemplateInstance home() {
        return home.data("name", "Fernside").data("words", List.of("Hello", "from", "Qute"));
    }
}
