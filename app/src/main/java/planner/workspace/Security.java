package planner.workspace;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may pass which door, and what browsers are told. */
@Configuration(proxyBeanMethods = false)
class Security {
    /** The built page has its scripts in files; styles are set by script too, pictures may be previews in memory. */
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob: https:; media-src 'self' blob:; connect-src 'self'; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Tokens tokens,
            Sessions sessions,
            SessionSettings settings,
            Installation installation,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return http.sessionManagement(browsers -> browsers.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(Customizer.withDefaults())
                .headers(Security::headers)
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfCookie(settings.secure()))
                        // networks prove themselves by their signatures
                        .ignoringRequestMatchers("/hooks/*")
                        .ignoringRequestMatchers(CallerFilter::hasBearer))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, e) ->
                                errors.resolveException(request, response, null, Problem.signedOut()))
                        .accessDeniedHandler((request, response, e) -> errors.resolveException(
                                request,
                                response,
                                null,
                                Problem.forbidden(e instanceof CsrfException ? "csrf" : "role"))))
                .addFilterBefore(new CallerFilter(tokens, sessions, installation.demo()), AuthorizationFilter.class)
                .authorizeHttpRequests(Security::requests)
                .build();
    }

    private static void requests(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/api/setup", "/api/session")
                .permitAll()
                .requestMatchers("/api/openapi.json", "/api/openapi.json/**", "/api/docs", "/api/swagger-ui/**")
                .permitAll()
                .requestMatchers("/api/person", "/api/person/**", "/api/session/workspace")
                .hasAuthority(CallerAuthentication.SELF)
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasAuthority(Scope.READ.name())
                .requestMatchers(HttpMethod.HEAD, "/api/**")
                .hasAuthority(Scope.READ.name())
                .requestMatchers("/api/**")
                .hasAuthority(Scope.WRITE.name())
                .anyRequest()
                .permitAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                .frameOptions(frames -> frames.deny())
                // what else lives below this name is not ours to say
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static CookieCsrfTokenRepository csrfCookie(boolean secure) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(made -> made.secure(secure).sameSite("Lax").path("/"));
        return cookie;
    }
}
