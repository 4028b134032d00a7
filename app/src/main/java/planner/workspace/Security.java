package planner.workspace;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may pass which door. */
@Configuration(proxyBeanMethods = false)
class Security {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(11);
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, Tokens tokens, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .ignoringRequestMatchers(CallerFilter::hasBearer))
                .addFilterBefore(new CallerFilter(tokens), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, e) ->
                                errors.resolveException(request, response, null, Problem.signedOut()))
                        .accessDeniedHandler((request, response, e) -> errors.resolveException(
                                request,
                                response,
                                null,
                                Problem.forbidden(e instanceof CsrfException ? "csrf" : "role"))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/setup", "/api/session", "/api/openapi.json", "/api/docs/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .hasAuthority(Scope.READ.name())
                        .requestMatchers(HttpMethod.HEAD, "/api/**")
                        .hasAuthority(Scope.READ.name())
                        .requestMatchers("/api/**")
                        .hasAuthority(Scope.WRITE.name())
                        .anyRequest()
                        .permitAll())
                .build();
    }
}
