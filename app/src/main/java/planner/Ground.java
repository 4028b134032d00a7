package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import planner.adapter.AllNetworks;

/**
 * What must stand before the house is built: sound settings, the data folder, and a database that starts while Spring
 * looks around.
 */
final class Ground implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = sound(new Questions(environment::getProperty));
        mustBeFree(settings);
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        var detour = settings.sandboxPort() == 0 ? Map.<String, String>of() : openSandbox(settings, beans);
        var ask = new Questions(name -> environment.getProperty(name, detour.getOrDefault(name, "")));
        try {
            beans.registerSingleton("installation", settings.installation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var database = DatabaseServer.starting(settings);
        beans.registerSingleton("questions", ask);
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("databaseServer", database);
        beans.registerDisposableBean("databaseServer", database::close);
    }

    /** The settings that lead the networks there, where nothing else is set. */
    private static Map<String, String> openSandbox(Settings settings, DefaultListableBeanFactory beans) {
        var sandbox = SandboxHouse.open(settings.sandboxPort());
        beans.registerSingleton("sandbox", sandbox);
        beans.registerDisposableBean("sandbox", sandbox::close);
        sandbox.ringsAt(URI.create("http://127.0.0.1:" + settings.port()));
        return sandbox.settings();
    }

    /** Said before the database is started for nothing; a second start on one folder hears about the folder instead. */
    private static void mustBeFree(Settings settings) {
        boolean sameFolder = Files.exists(DatabaseServer.folder(settings.data()).resolve("port"));
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            if (!sameFolder) {
                throw new SettingsFault(List.of(StartFailure.portInUse(settings.port())));
            }
        }
    }

    /** @throws SettingsFault with every fault, those of the networks too */
    static Settings sound(Questions ask) {
        var settings = Settings.read(ask);
        AllNetworks.all(
                network -> new NetworkSettings(network, ask),
                call -> {
                    throw new IOException("nothing is sent while settings are read");
                },
                Clock.systemUTC());
        ask.mustBeSound();
        return settings;
    }
}
