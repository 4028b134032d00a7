package planner.simulator.bluesky;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server that holds the accounts and what they write (sheet, sections 1.2, 2.3, 2.4 and 3). */
final class Pds {
    static final String APP_PASSWORD = "com.atproto.appPass";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REFRESH = "com.atproto.refresh";
    private static final Duration ACCESS_LIFE = Duration.ofHours(2);
    private static final Duration REFRESH_LIFE = Duration.ofDays(90);
    private static final Duration GRACE = Duration.ofHours(2);
    private static final long BLOB_LIMIT = 52_428_800;
    private static final int JSON_LIMIT = 150_000;

    private final World world;
    private final Repos repos;
    private final Records records;
    private final MediaShelf shelf;
    private final Map<String, Instant> usedRefreshes = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();
    private volatile int generation;

    private final SignIn signIn;
    private final Proofs proofs;

    Pds(World world, Repos repos, MediaShelf shelf, SignIn signIn) {
        this.world = world;
        this.repos = repos;
        this.records = new Records(repos);
        this.shelf = shelf;
        this.signIn = signIn;
        this.proofs = new Proofs(world, "pds");
    }

    /** Who signs in the people of this server. */
    Answer resource() {
        return Answer.json(
                200,
                Map.of(
                        "resource",
                        world.base() + "/bluesky/pds",
                        "authorization_servers",
                        List.of(signIn.issuer()),
                        "bearer_methods_supported",
                        List.of("header")));
    }

    String nonce() {
        return proofs.nonce();
    }

    /** Tokens issued until now open nothing any more, and the app passwords are replaced by others. */
    synchronized void revoke() {
        generation++;
        signIn.revokeAll();
    }

    /** The app password that opens the account now. */
    String password(Account account) {
        return generation == 0 ? account.password() : account.password().replace("demo", "new" + generation);
    }

    Answer answer(String method, Ask ask) throws IOException {
        return switch (method) {
            case "com.atproto.server.describeServer" ->
                Answer.json(
                        200,
                        Map.of(
                                "did",
                                "did:web:127.0.0.1",
                                "availableUserDomains",
                                List.of(".bsky.sandbox"),
                                "blobUploadLimit",
                                BLOB_LIMIT));
            case "com.atproto.identity.resolveHandle" -> resolveHandle(ask);
            case "com.atproto.server.createSession" -> createSession(ask);
            case "com.atproto.server.refreshSession" -> refreshSession(ask);
            case "com.atproto.server.getSession" -> getSession(ask);
            case "com.atproto.server.deleteSession" -> deleteSession(ask);
            case "com.atproto.server.getServiceAuth" -> serviceAuth(ask);
            case "com.atproto.repo.uploadBlob" -> uploadBlob(ask);
            case "com.atproto.repo.putRecord" -> putRecord(ask);
            case "com.atproto.repo.createRecord" -> createRecord(ask);
            case "com.atproto.repo.applyWrites" -> applyWrites(ask);
            case "com.atproto.repo.deleteRecord" -> deleteRecord(ask);
            case "com.atproto.repo.getRecord" -> getRecord(ask);
            case "com.atproto.repo.listRecords" -> listRecords(ask);
            default -> throw new XrpcError(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    static Account account(String identifier) {
        return Account.ALL.stream()
                .filter(it ->
                        it.handle().equalsIgnoreCase(identifier) || it.did().equals(identifier))
                .findFirst()
                .orElseThrow(() -> XrpcError.invalid("Unable to resolve handle"));
    }

    private Answer resolveHandle(Ask ask) {
        return Answer.json(
                200,
                Map.of("did", account(ask.query().getOrDefault("handle", "")).did()));
    }

    private Answer createSession(Ask ask) {
        post(ask);
        JsonNode body = json(ask, Set.of("identifier", "password", "authFactorToken", "allowTakendown"));
        Optional<Account> account = Account.ALL.stream()
                .filter(it -> Set.of(it.handle(), it.did())
                        .contains(body.path("identifier").asString("")))
                .filter(it -> password(it).equals(body.path("password").asString("")))
                .findFirst();
        return session(account.orElseThrow(
                () -> new XrpcError(401, "AuthenticationRequired", "Invalid identifier or password")));
    }

    private Answer session(Account account) {
        Instant now = world.clock().instant();
        Map<String, Object> session = new LinkedHashMap<>(about(account));
        session.put("accessJwt", Jwt.issue(account.did(), APP_PASSWORD, generation, now, now.plus(ACCESS_LIFE)));
        session.put("refreshJwt", Jwt.issue(account.did(), REFRESH, generation, now, now.plus(REFRESH_LIFE)));
        session.put("didDoc", document(account));
        return Answer.json(200, session);
    }

    private static Map<String, Object> about(Account account) {
        return Map.of(
                "did",
                account.did(),
                "handle",
                account.handle(),
                "email",
                account.handle().replaceFirst("\\..*", "") + "@example.org",
                "emailConfirmed",
                true,
                "active",
                true);
    }

    Map<String, Object> document(Account account) {
        return Map.of(
                "@context", List.of("https://www.w3.org/ns/did/v1"),
                "id", account.did(),
                "alsoKnownAs", List.of("at://" + account.handle()),
                "service",
                        List.of(Map.of(
                                "id", "#atproto_pds",
                                "type", "AtprotoPersonalDataServer",
                                "serviceEndpoint", world.base() + "/bluesky/pds")));
    }

    private Answer refreshSession(Ask ask) {
        post(ask);
        Jwt.Claims claims = claims(ask, REFRESH);
        Instant used = usedRefreshes.putIfAbsent(claims.id(), world.clock().instant());
        if (used != null && world.clock().instant().isAfter(used.plus(GRACE))) {
            throw new XrpcError(400, "ExpiredToken", "Token has been revoked");
        }
        return session(account(claims.did()));
    }

    private Answer getSession(Ask ask) {
        return Answer.json(200, about(signedIn(ask)));
    }

    private Answer deleteSession(Ask ask) {
        post(ask);
        usedRefreshes.put(claims(ask, REFRESH).id(), Instant.EPOCH);
        return Answer.empty(200);
    }

    /** Whose access token it is. */
    Account signedIn(Ask ask) {
        if (!ask.header("authorization").orElse("").startsWith("DPoP ")) {
            return account(claims(ask, APP_PASSWORD).did());
        }
        SignIn.Signed signed = signIn.signed(ask, proofs);
        if (!signed.scopes().contains("transition:generic") && !ask.path().endsWith(".getSession")) {
            throw new XrpcError(403, "ScopeMissingError", "Missing required scope");
        }
        return account(signed.did());
    }

    private Jwt.Claims claims(Ask ask, String scope) {
        String token = ask.bearer().orElseThrow(() -> new XrpcError(401, "AuthMissing", "Authentication Required"));
        Jwt.Claims claims = Jwt.read(token)
                .filter(it -> it.scope().equals(scope))
                .orElseThrow(() -> new XrpcError(400, "InvalidToken", "Bad token scope"));
        Instant now = world.clock().instant();
        if (claims.generation() < generation) {
            throw new XrpcError(400, scope.equals(REFRESH) ? "ExpiredToken" : "InvalidToken", "Token has been revoked");
        }
        if (!now.isBefore(claims.expires())) {
            throw new XrpcError(400, "ExpiredToken", "Token has expired");
        }
        return claims;
    }

    private Answer serviceAuth(Ask ask) {
        Account account = signedIn(ask);
        Map<String, String> query = ask.query();
        String method = query.getOrDefault("lxm", "");
        if (query.getOrDefault("aud", "").isEmpty()) {
            throw XrpcError.invalid("Params must have the property \"aud\"");
        }
        Instant now = world.clock().instant();
        Instant until = query.containsKey("exp")
                ? Instant.ofEpochSecond(Long.parseLong(query.getOrDefault("exp", "0")))
                : now.plusSeconds(60);
        if (until.isAfter(now.plus(Duration.ofHours(1)))) {
            throw new XrpcError(400, "BadExpiration", "cannot request a token with an expiration more than an hour");
        }
        return Answer.json(200, Map.of("token", Jwt.issue(account.did(), method, generation, now, until)));
    }

    private Answer uploadBlob(Ask ask) throws IOException {
        post(ask);
        Account account = signedIn(ask);
        if (ask.type().isEmpty()) {
            throw XrpcError.invalid("Request encoding (Content-Type) required but not provided");
        }
        byte[] content = ask.body();
        if (content.length > BLOB_LIMIT) {
            throw new XrpcError(413, "PayloadTooLarge", "request entity too large");
        }
        return Answer.json(200, Map.of("blob", json(keep(account.did(), content, ask.type()))));
    }

    Repos.Blob keep(String did, byte[] content, String type) throws IOException {
        MediaShelf.Kept kept = shelf.keep(new ByteArrayInputStream(content), type, BLOB_LIMIT * 8);
        return repos.keep(did, kept, kept.header().map(MediaHeader::type).orElse(type), content);
    }

    static Map<String, Object> json(Repos.Blob blob) {
        return Map.of(
                "$type", "blob",
                "ref", Map.of("$link", blob.cid()),
                "mimeType", blob.type(),
                "size", blob.file().size());
    }

    private synchronized Answer putRecord(Ask ask) {
        JsonNode body =
                write(ask, Set.of("repo", "collection", "rkey", "validate", "record", "swapRecord", "swapCommit"));
        Account account = own(ask, body);
        String collection = body.path("collection").asString("");
        String rkey = body.path("rkey").asString("");
        Optional<Repos.Written> old = repos.find(account.did(), collection, rkey);
        if (old.isPresent() && old.get().value().equals(body.path("record"))) {
            return Answer.json(200, reference(old.get(), false));
        }
        if (body.has("swapRecord")) {
            String expected = body.path("swapRecord").asString("");
            String actual = old.map(Repos.Written::cid).orElse("");
            if (!expected.equals(actual)) {
                throw new XrpcError(400, "InvalidSwap", "Record was at " + (actual.isEmpty() ? "null" : actual));
            }
        }
        return Answer.json(200, reference(save(ask, account, collection, rkey, body.path("record")), true));
    }

    private synchronized Answer createRecord(Ask ask) {
        JsonNode body = write(ask, Set.of("repo", "collection", "rkey", "validate", "record", "swapCommit"));
        Account account = own(ask, body);
        String collection = body.path("collection").asString("");
        String rkey = body.has("rkey")
                ? body.path("rkey").asString("")
                : Tids.at(world.clock().instant(), revision.incrementAndGet());
        free(account, collection, rkey);
        return Answer.json(200, reference(save(ask, account, collection, rkey, body.path("record")), true));
    }

    /** Creating what is there breaks the server; it has no better word for it. */
    private void free(Account account, String collection, String rkey) {
        if (repos.find(account.did(), collection, rkey).isPresent()) {
            throw new XrpcError(500, "InternalServerError", "Internal Server Error");
        }
    }

    private synchronized Answer applyWrites(Ask ask) {
        JsonNode body = write(ask, Set.of("repo", "validate", "writes", "swapCommit"));
        Account account = own(ask, body);
        List<JsonNode> writes = new ArrayList<>();
        body.path("writes").forEach(writes::add);
        for (JsonNode write : writes) {
            if (!write.path("$type").asString("").equals("com.atproto.repo.applyWrites#create")) {
                throw XrpcError.invalid("only #create is played back here");
            }
            free(
                    account,
                    write.path("collection").asString(""),
                    write.path("rkey").asString(""));
            check(
                    ask,
                    account,
                    write.path("collection").asString(""),
                    write.path("rkey").asString(""),
                    write.path("value"));
        }
        List<Object> results = new ArrayList<>();
        for (JsonNode write : writes) {
            String collection = write.path("collection").asString("");
            String rkey = write.path("rkey").asString("");
            Map<String, Object> result = reference(save(ask, account, collection, rkey, write.path("value")), false);
            result.put("$type", "com.atproto.repo.applyWrites#createResult");
            results.add(result);
        }
        return Answer.json(200, Map.of("commit", commit(), "results", results));
    }

    private Repos.Written save(Ask ask, Account account, String collection, String rkey, JsonNode record) {
        check(ask, account, collection, rkey, record);
        return repos.put(account.did(), collection, rkey, record, world.clock().instant());
    }

    private void check(Ask ask, Account account, String collection, String rkey, JsonNode record) {
        records.check(
                account.did(),
                collection,
                rkey,
                record,
                field -> world.journal().violation("bluesky", ask, "unknown field " + field));
    }

    private Map<String, Object> reference(Repos.Written written, boolean created) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("uri", written.uri());
        answer.put("cid", written.cid());
        answer.put("validationStatus", "valid");
        if (created) {
            answer.put("commit", commit());
        }
        return answer;
    }

    private Map<String, Object> commit() {
        String rev = Tids.at(world.clock().instant(), revision.incrementAndGet());
        return Map.of("cid", Repos.cid("bafyrei", rev), "rev", rev);
    }

    private Answer deleteRecord(Ask ask) {
        JsonNode body = write(ask, Set.of("repo", "collection", "rkey", "swapRecord", "swapCommit"));
        Account account = own(ask, body);
        repos.delete(
                account.did(),
                body.path("collection").asString(""),
                body.path("rkey").asString(""));
        return Answer.json(200, Map.of("commit", commit()));
    }

    private Answer getRecord(Ask ask) {
        Map<String, String> query = ask.query();
        String did = account(query.getOrDefault("repo", "")).did();
        Repos.Written found = repos.find(did, query.getOrDefault("collection", ""), query.getOrDefault("rkey", ""))
                .orElseThrow(() -> new XrpcError(400, "RecordNotFound", "Could not locate record"));
        return Answer.json(200, Map.of("uri", found.uri(), "cid", found.cid(), "value", found.value()));
    }

    private Answer listRecords(Ask ask) {
        Map<String, String> query = ask.query();
        String did = account(query.getOrDefault("repo", "")).did();
        List<Object> found = repos.list(query.getOrDefault("collection", "")).reversed().stream()
                .filter(it -> it.did().equals(did))
                .limit(Integer.parseInt(query.getOrDefault("limit", "50")))
                .map(it -> (Object) Map.of("uri", it.uri(), "cid", it.cid(), "value", it.value()))
                .toList();
        return Answer.json(200, Map.of("records", found));
    }

    private JsonNode write(Ask ask, Set<String> fields) {
        post(ask);
        return json(ask, fields);
    }

    private Account own(Ask ask, JsonNode body) {
        Account account = signedIn(ask);
        String repo = body.path("repo").asString("");
        if (!Objects.equals(repo, account.did()) && !Objects.equals(repo, account.handle())) {
            throw new XrpcError(403, "AccountNotFound", "Could not find repo: " + repo);
        }
        return account;
    }

    private static void post(Ask ask) {
        if (!ask.method().equals("POST")) {
            throw XrpcError.invalid("Incorrect HTTP method (" + ask.method() + ") expected POST");
        }
    }

    private JsonNode json(Ask ask, Set<String> fields) {
        if (!ask.type().equals("application/json")) {
            world.journal().violation("bluesky", ask, "content type " + ask.type());
            throw XrpcError.invalid("Wrong request encoding (Content-Type): " + ask.type());
        }
        if (ask.body().length > JSON_LIMIT) {
            throw new XrpcError(413, "PayloadTooLarge", "request entity too large");
        }
        try {
            JsonNode body = JSON.readTree(ask.body());
            body.propertyNames().stream().filter(name -> !fields.contains(name)).forEach(name -> {
                world.journal().violation("bluesky", ask, "unknown field " + name);
                throw XrpcError.invalid("Unrecognized key: " + name);
            });
            return body;
        } catch (JacksonException e) {
            throw XrpcError.invalid("Input must be JSON");
        }
    }
}
