package planner.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import planner.simulator.bluesky.Bluesky;
import planner.simulator.facebook.Facebook;
import planner.simulator.googlebusiness.GoogleBusiness;
import planner.simulator.instagram.Instagram;
import planner.simulator.linkedin.LinkedIn;
import planner.simulator.mastodon.Mastodon;
import planner.simulator.pinterest.Pinterest;
import planner.simulator.reddit.Reddit;
import planner.simulator.telegram.Telegram;
import planner.simulator.threads.Threads;
import planner.simulator.tiktok.TikTok;
import planner.simulator.x.X;
import planner.simulator.youtube.YouTube;

/** All simulated networks behind one port of this machine. */
public final class Simulator implements AutoCloseable {
    private static final List<Function<World, Site>> SITES = List.of(
            Bluesky::new,
            Facebook::new,
            GoogleBusiness::new,
            Instagram::new,
            LinkedIn::new,
            Mastodon::new,
            Pinterest::new,
            Reddit::new,
            Telegram::new,
            Threads::new,
            TikTok::new,
            X::new,
            YouTube::new);

    static {
        // the JDK's server writes head and body apart, and a kernel that waits for company holds the second 40 ms back
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final Faults faults = new Faults();
    private final Map<String, Site> sites = new LinkedHashMap<>();

    private Simulator(HttpServer server, Clock clock) {
        this.server = server;
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        world = new World(clock, base, new Journal(clock), new Hooks());
        for (Function<World, Site> site : SITES) {
            Site made = site.apply(world);
            sites.put(made.name(), made);
        }
    }

    /** @param port 0 for any free one */
    public static Simulator start(int port, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            var simulator = new Simulator(server, clock);
            var front = new Front(simulator.world, simulator.faults, simulator.sites);
            server.setExecutor(simulator.workers);
            server.createContext("/", (HttpExchange exchange) -> front.handle(exchange));
            server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen on port " + port, e);
        }
    }

    public URI base() {
        return world.base();
    }

    public Site site(String network) {
        Site site = sites.get(network);
        if (site == null) {
            throw new IllegalArgumentException("no such network here: " + network);
        }
        return site;
    }

    public List<Site> sites() {
        return List.copyOf(sites.values());
    }

    public Journal journal() {
        return world.journal();
    }

    public Faults faults() {
        return faults;
    }

    public Hooks hooks() {
        return world.hooks();
    }

    /** The planner's settings that lead all these networks here: {@code PLANNER_<NETWORK>_<KEY>}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        sites.values()
                .forEach(site -> site.settings()
                        .forEach((key, value) -> settings.put(
                                "PLANNER_"
                                        + (site.name() + "_" + key)
                                                .replace('-', '_')
                                                .toUpperCase(Locale.ROOT),
                                value)));
        return settings;
    }

    /** Where a viewer sees what was posted. */
    public URI timeline(String network) {
        Site site = site(network);
        return URI.create(world.url(site, site.timeline()));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        sites.values().forEach(Site::close);
        world.hooks().close();
    }
}
