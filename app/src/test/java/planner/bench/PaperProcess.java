package planner.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import planner.paper.PaperServer;

/** The paper server in a process of its own, so that it takes nothing from the house but processor time. */
final class PaperProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final URI address;

    private PaperProcess(Process process) throws IOException {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.address = URI.create(answers.readLine());
    }

    static PaperProcess start(Duration delay) throws IOException {
        return new PaperProcess(new ProcessBuilder(Java.command(
                        "-Xmx256m", "-XX:+UseSerialGC", "-cp", Java.CLASS_PATH, Main.class.getName(), delay.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    URI address() {
        return address;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    int count() throws IOException {
        questions.println("count");
        return Integer.parseInt(answers.readLine());
    }

    List<PaperServer.Seen> posts() throws IOException {
        questions.println("posts");
        var posts = new ArrayList<PaperServer.Seen>();
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            int space = line.indexOf(' ');
            posts.add(new PaperServer.Seen(line.substring(space + 1), Long.parseLong(line.substring(0, space))));
        }
        return posts;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static final class Main {
        public static void main(String[] arguments) throws IOException {
            var server = new PaperServer(0, Duration.parse(arguments[0]));
            System.out.println(server.address());
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("count")) {
                    System.out.println(server.posts().size());
                } else {
                    server.posts().forEach(seen -> System.out.println(seen.at() + " " + seen.text()));
                    System.out.println();
                }
            }
        }
    }
}
