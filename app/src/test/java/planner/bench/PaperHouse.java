package planner.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import planner.Application;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.channel.NetworkDirectory;
import planner.network.Budget;
import planner.paper.Paper;

/** The house as it is, with the paper network as its only one. Named at the start: no scan may find it. */
@TestConfiguration(proxyBeanMethods = false)
public class PaperHouse {
    @Bean
    @Primary
    NetworkDirectory paper(Transport transport, Environment settings) {
        var base = URI.create(settings.getRequiredProperty("paper.url"));
        var settles = settings.getProperty("paper.settles", Duration.class, Duration.ofSeconds(2));
        var most = settings.getProperty("paper.posts-in-five-seconds", Integer.class);
        var granted = most == null
                ? List.<Budget>of()
                : List.of(Budget.rolling("posts", Budget.APP, most, Duration.ofSeconds(5)));
        return new NetworkDirectory(List.of(new Paper(
                new Http(transport),
                base,
                settles,
                granted,
                settings.getProperty("paper.blind", Boolean.class, false))));
    }

    /** A process of its own; settings come from the environment. */
    public static void main(String[] arguments) {
        new SpringApplication(Application.class, PaperHouse.class).run(arguments);
    }

    static ConfigurableApplicationContext open(Map<String, Object> settings) {
        var command = settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class, PaperHouse.class).run(command);
    }
}
