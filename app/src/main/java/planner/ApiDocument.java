package planner;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import planner.channel.ChannelId;
import planner.media.AssetId;
import planner.post.PostId;
import planner.publish.PublicationId;
import planner.workspace.Caller;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document: made from the controllers, completed with what every call has in common. */
@Configuration(proxyBeanMethods = false)
@Lazy
class ApiDocument {
    private static final List<Class<?>> IDS = List.of(
            WorkspaceId.class, PersonId.class, ChannelId.class, AssetId.class, PublicationId.class, PostId.class);

    @Bean
    @Lazy
    OpenAPI document() {
        IDS.forEach(id -> SpringDocUtils.getConfig().replaceWithSchema(id, text("uuid")));
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(Duration.class, text("duration"))
                .replaceWithSchema(ZoneId.class, text("time-zone"))
                .replaceWithSchema(JsonNode.class, new Schema<>(SpecVersion.V31));
        return new OpenAPI(SpecVersion.V31)
                .info(new Info().title("Planner").version("1"))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("PLANNER_SESSION")
                                        .description("A signed-in browser; changes need the header X-XSRF-TOKEN with "
                                                + "the value of the cookie XSRF-TOKEN")));
    }

    @Bean
    @Lazy
    ApiParts apiParts() {
        return new ApiParts();
    }

    @Bean
    @Lazy
    OpenApiCustomizer completed(ApiParts parts) {
        return document -> {
            // not sooner: what no controller names is swept out
            document.getComponents().addSchemas("Problem", ApiProblems.schema());
            ApiStatuses.complete(document);
            parts.complete(document);
        };
    }

    static Schema<?> text(String format) {
        return new Schema<>(SpecVersion.V31).types(Set.of("string")).format(format);
    }
}
