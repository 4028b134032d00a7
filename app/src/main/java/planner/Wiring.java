package planner;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.context.support.ResourceBundleMessageSource;
import planner.adapter.AllNetworks;
import planner.adapter.kit.ApacheTransport;
import planner.adapter.kit.Transport;
import planner.channel.NetworkDirectory;
import planner.workspace.Installation;
import planner.workspace.SessionSettings;

/** Hands the rooms what they cannot make themselves. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    /** A worker sends one request at a time; beside them people connect channels, check them and ask for choices. */
    private static final int FOR_PEOPLE = 200;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor afterDeadlock() {
        return AfterDeadlock.advisor();
    }

    @Bean
    SessionSettings sessionSettings(Settings settings) {
        return new SessionSettings(
                settings.sessionLength(), "https".equals(settings.publicUrl().getScheme()));
    }

    @Bean
    HikariDataSource dataSource(Settings settings, DatabaseServer server) {
        var address = server.address();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(settings.databaseConnections());
        pool.setMinimumIdle(2);
        // a plan made while a table was empty would be kept when it is large
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
        pool.setPoolName("planner");
        return pool;
    }

    @Bean(destroyMethod = "close")
    ApacheTransport transport(Installation installation, Settings settings) {
        return new ApacheTransport(installation.demo(), settings.workers() + FOR_PEOPLE);
    }

    @Bean
    NetworkDirectory networks(Questions ask, Transport transport, Clock clock) {
        return new NetworkDirectory(AllNetworks.all(network -> new NetworkSettings(network, ask), transport, clock));
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
