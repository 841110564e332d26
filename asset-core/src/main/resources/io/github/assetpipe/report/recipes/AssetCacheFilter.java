import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lets browsers keep fingerprinted files for a year; for any servlet container. */
public final class AssetCacheFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern HASHED = Pattern.compile("${hashedJava}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean hashed = HASHED.matcher(path).find();
        response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
        chain.doFilter(request, response);
    }
}
