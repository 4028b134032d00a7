package planner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** The built pages: files with a hash in their name for ever, the rest asked for anew; every other page is the one page. */
@Configuration(proxyBeanMethods = false)
class Screens implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry handlers) {
        handlers.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        handlers.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OnePage());
    }

    private static final class OnePage extends PathResourceResolver {
        private static final List<String> NO_PAGES = List.of("api/", "connect/", "m/", "error", "health");
        private static final Resource PAGE = new ClassPathResource("static/index.html");

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            var file = path.isEmpty() ? null : super.resolveResourceInternal(request, path, locations, chain);
            return file == null && request != null && isPage(request, path) && PAGE.exists() ? PAGE : file;
        }

        private static boolean isPage(HttpServletRequest request, String path) {
            var accept = request.getHeader("Accept");
            return accept != null
                    && accept.contains("text/html")
                    && NO_PAGES.stream().noneMatch(path::startsWith);
        }
    }
}
