package planner.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords. An attempt is counted before the password is looked at, in the database, so that
 * neither many at once nor many processes give more guesses.
 */
@Component
class Throttle {
    private static final int FREE_OF_PAIR = 5;
    private static final int FREE_OF_ADDRESS = 50;
    /** Many, so that nobody is locked out by a stranger's few guesses; a wait is at most a quarter of an hour. */
    private static final int FREE_OF_ACCOUNT = 100;

    private final JdbcClient sql;
    private final Clock clock;

    Throttle(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Counts an attempt; throws when this account and address, this address, or this account must wait. The account too,
     * because who sits where a proxy is believed can name any address.
     */
    void attempt(String email, String address) {
        count(pair(email, address), FREE_OF_PAIR);
        count("address " + address, FREE_OF_ADDRESS);
        count(account(email), FREE_OF_ACCOUNT);
    }

    /** The right password forgives. */
    void success(String email, String address) {
        sql.sql("""
                delete from sign_in_attempt where party in (:pair, :address, :account)
                """)
                .param("pair", pair(email, address))
                .param("address", "address " + address)
                .param("account", account(email))
                .update();
    }

    /** What is forgiven by now counts from one again, with a row or without. */
    void forget() {
        sql.sql("delete from sign_in_attempt where until < :now::timestamptz - interval '1 hour'")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void count(String party, int free) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int counted = sql.sql("""
                insert into sign_in_attempt as a (party, attempts, until) values (:party, 1, :now)
                on conflict (party) do update set
                    attempts = case when a.until < :now - interval '1 hour' then 1 else a.attempts + 1 end,
                    until = case when a.attempts < :free or a.until < :now - interval '1 hour' then :now
                        else :now + least(900, 15 * 2 ^ least(10, a.attempts - :free)) * interval '1 second' end
                where a.attempts <= :free or a.until <= :now
                """)
                .param("party", party)
                .param("now", now)
                .param("free", free)
                .update();
        if (counted == 0) {
            throw Problem.throttled(Duration.between(now, until(party, now)));
        }
    }

    private OffsetDateTime until(String party, OffsetDateTime otherwise) {
        return sql.sql("select until from sign_in_attempt where party = :party")
                .param("party", party)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(otherwise);
    }

    private static String account(String email) {
        return "account " + email.toLowerCase(Locale.ROOT);
    }

    private static String pair(String email, String address) {
        return "pair " + email.toLowerCase(Locale.ROOT) + " " + address;
    }
}
