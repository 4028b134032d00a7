package planner;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import planner.workspace.Installation;
import planner.workspace.SetupCode;

/** The planner: one program, every role. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {
    public static void main(String[] arguments) {
        var terminal = Terminal.standard();
        int status = run(List.of(arguments), terminal);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(List<String> arguments, Terminal terminal) {
        try {
            switch (arguments.isEmpty() ? "start" : arguments.getFirst()) {
                case "start" -> start(terminal);
                case "token" -> TokenCommand.run(arguments.subList(1, arguments.size()), terminal);
                case "rotate-key" -> RotateKeyCommand.run(arguments.subList(1, arguments.size()), terminal);
                default -> throw new SettingsFault(List.of("Usage: start | token --name NAME | rotate-key"));
            }
            return 0;
        } catch (RuntimeException e) {
            StartFailure.explain(e)
                    .ifPresentOrElse(
                            lines -> lines.forEach(terminal.err()::println), () -> e.printStackTrace(terminal.err()));
            return e instanceof SettingsFault ? 2 : 1;
        }
    }

    private static void start(Terminal terminal) {
        var application = new SpringApplication(Application.class);
        application.addListeners(new Greeting(terminal), new LastMoment());
        application.run();
    }

    /** A stop ends in time also when the database no longer answers; what was in hand is taken up at the next start. */
    private static final class LastMoment implements ApplicationListener<ContextClosedEvent>, Ordered {
        private static final int SECONDS = 8;
        private static final int HALTED = 3;

        /** Before those who wait for the database. */
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS)
                    .execute(() -> Runtime.getRuntime().halt(HALTED));
        }
    }

    private record Greeting(Terminal terminal) implements ApplicationListener<ApplicationReadyEvent> {
        @Override
        public void onApplicationEvent(ApplicationReadyEvent event) {
            var house = event.getApplicationContext().getBean(Installation.class);
            terminal.out().println("The planner is ready: " + house.publicUrl());
            if (!house.demo()) {
                var settings = event.getApplicationContext().getBean(Settings.class);
                terminal.out()
                        .println("It listens at http://%s:%d for your proxy"
                                .formatted(settings.address(), settings.port()));
            }
            event.getApplicationContext()
                    .getBean(SetupCode.class)
                    .show()
                    .ifPresent(code -> terminal.out()
                            .println("Nobody owns it yet. Open it and sign up with the setup code " + code));
        }
    }
}
