package planner;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import planner.adapter.AllNetworks;
import planner.adapter.kit.ApacheTransport;
import planner.adapter.kit.Transport;
import planner.channel.NetworkDirectory;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

/** Hands the rooms what they cannot make themselves. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Installation installation(Environment settings) throws java.io.IOException {
        var data = Files.createDirectories(Path.of(settings.getProperty("PLANNER_DATA", "data")));
        var port = settings.getProperty("PLANNER_PORT", "8080");
        return new Installation(
                Mode.DEMO,
                URI.create(settings.getProperty("PLANNER_PUBLIC_URL", "http://127.0.0.1:" + port)),
                data,
                new MasterKey(new byte[32]));
    }

    @Bean
    DataSource dataSource(Environment settings) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(settings.getRequiredProperty("PLANNER_DATABASE_URL"));
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        pool.setPoolName("planner");
        return pool;
    }

    @Bean(destroyMethod = "close")
    ApacheTransport transport() {
        return new ApacheTransport(true);
    }

    @Bean
    NetworkDirectory networks(Environment settings, Transport transport, Clock clock) {
        return new NetworkDirectory(
                AllNetworks.all(network -> new NetworkSettings(network, settings), transport, clock));
    }

    /** Each room keeps its own sentences in {@code planner/<room>/messages}. */
    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        for (var bundle : List.of(
                "planner/messages",
                "planner/workspace/messages",
                "planner/channel/messages",
                "planner/media/messages",
                "planner/publish/messages",
                "planner/post/messages")) {
            if (Wiring.class.getResource("/" + bundle + ".properties") != null) {
                messages.addBasenames(bundle);
            }
        }
        return messages;
    }
}
