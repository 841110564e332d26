package io.github.assetpipe.demo.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Gives paths that a template computes, such as {@code @{/images/plants/{slug}.jpg(slug=...)}}, their fingerprinted names:
 * the build can't know them, but wrote down all names. So a picture has one address wherever it is shown, and is loaded once.
 *
 * <p>Thymeleaf asks the response for every URL that it writes. Without a manifest, as in development, nothing changes.
 */
@Component
class ComputedNames extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String MANIFEST = "META-INF/asset-manifest-paths.json";

    private final transient Map<String, String> names;

    ComputedNames(ObjectMapper json) throws IOException {
        ClassPathResource manifest = new ClassPathResource(MANIFEST);
        if (manifest.exists()) {
            try (InputStream in = manifest.getInputStream()) {
                names = json.readValue(in, new TypeReference<Map<String, String>>() {});
            }
        } else {
            names = Map.of();
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String root = request.getContextPath() + "/";
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public String encodeURL(String url) {
                String known = url.startsWith(root) ? names.get(url.substring(root.length())) : null;
                return super.encodeURL(known == null ? url : root + known);
            }
        });
    }
}
