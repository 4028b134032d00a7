package planner.workspace;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sign-ins of browsers, kept in the database: a restart signs nobody out, and every process knows them. */
@Service
class Sessions {
    private final SessionStore store;
    private final PersonStore persons;
    private final WorkspaceStore workspaces;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SessionSettings settings;
    private final Installation installation;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            SessionStore store,
            PersonStore persons,
            WorkspaceStore workspaces,
            Passwords passwords,
            Throttle throttle,
            SessionSettings settings,
            Installation installation,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.workspaces = workspaces;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
        this.installation = installation;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Not one transaction: a counted attempt stays counted, and no connection is held while the hash is made. */
    Opened signIn(String email, String password, String address) {
        throttle.attempt(email, address);
        var known = persons.signIn(email, installation.demo());
        if (!passwords.matches(password, known.map(PersonStore.SignIn::hash).orElse(null))) {
            throw Problem.of(401, "sign-in", "");
        }
        throttle.success(email, address);
        return open(known.orElseThrow().person());
    }

    /**
     * Ends every other sign-in of the person. Whoever sits down at somebody else's open browser guesses no faster here than
     * at the door; and not one transaction, for the same reasons.
     */
    void changePassword(PersonId id, String current, String next, String secret, String address) {
        passwords.mustBeGood("password", next);
        var email = persons.find(id).orElseThrow(Problem::signedOut).email();
        throttle.attempt(email, address);
        if (!passwords.matches(current, persons.password(id).orElse(null))) {
            throw Problem.invalid("current", "password-wrong");
        }
        throttle.success(email, address);
        var hash = passwords.hash(next);
        transaction.executeWithoutResult(status -> {
            persons.updatePassword(id, hash);
            store.deleteOthers(id, Secrets.hash(secret));
        });
        events.publishEvent(new SignInsChanged(id));
    }

    /** The first owner and the first workspace, once. */
    @Transactional
    public Opened setUp(NewOwner owner, String workspace) {
        passwords.mustBeGood("password", owner.password());
        persons.alone();
        if (!persons.nobody(false)) {
            throw Problem.conflict("set-up");
        }
        var person = persons.insert(
                owner.email(), owner.name(), passwords.hash(owner.password()), owner.locale(), owner.zone(), false);
        workspaces.join(workspaces.insert(workspace, owner.zone()), person.id(), Role.OWNER);
        return open(person.id());
    }

    Optional<Caller> caller(String secret, Locale locale) {
        var now = clock.instant();
        var hash = Secrets.hash(secret);
        var caller = store.caller(hash, now, settings.length(), installation.demo(), locale);
        caller.ifPresent(found -> store.seen(hash, now));
        return caller;
    }

    /** As {@link #caller}, but to look is no use: a page left open does not keep its session alive. */
    Optional<Caller> stillThere(String secret, Locale locale) {
        return store.caller(Secrets.hash(secret), clock.instant(), settings.length(), installation.demo(), locale);
    }

    void move(String secret, PersonId person, WorkspaceId workspace) {
        if (workspaces.role(workspace, person).isEmpty()) {
            throw Problem.notFound();
        }
        store.move(Secrets.hash(secret), workspace);
        events.publishEvent(new SignInsChanged(person));
    }

    void signOut(String secret) {
        store.delete(Secrets.hash(secret)).ifPresent(person -> events.publishEvent(new SignInsChanged(person)));
    }

    private Opened open(PersonId person) {
        var first = workspaces.of(person).stream().findFirst().orElseThrow(() -> Problem.forbidden("no-workspace"));
        var secret = Secrets.random();
        var now = clock.instant();
        store.deleteOld(now.minus(settings.length()));
        store.insert(Secrets.hash(secret), person, first.id(), now);
        return new Opened(secret, person, first.id());
    }

    record NewOwner(String email, String name, String password, Locale locale, ZoneId zone) {
        @Override
        public String toString() {
            return "NewOwner[" + email + "]";
        }
    }

    record Opened(String secret, PersonId person, WorkspaceId workspace) {
        @Override
        public String toString() {
            return "Opened[" + person + "]";
        }
    }
}
