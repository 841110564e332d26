package io.github.assetpipe.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How long browsers may keep what they got: a file whose name tells its content for a year, all else only after asking.
 */
@Configuration
class CacheHeaders implements WebMvcConfigurer, HandlerInterceptor {
    private static final Pattern FINGERPRINTED = Pattern.compile(".*\\.[0-9a-f]{12}\\.[a-z0-9.]+");
    private static final String FOREVER =
            header(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    private static final String ASK_AGAIN = header(CacheControl.noCache());

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean fingerprinted = FINGERPRINTED.matcher(request.getRequestURI()).matches();
        response.setHeader(HttpHeaders.CACHE_CONTROL, fingerprinted ? FOREVER : ASK_AGAIN);
        return true;
    }

    private static String header(CacheControl value) {
        String text = value.getHeaderValue();
        return text == null ? "" : text;
    }
}
