package planner.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonStore {
    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    Person insert(String email, String name, String password, Locale locale, ZoneId zone, boolean demo) {
        return sql.sql("""
                insert into person (email, name, password, locale, zone, demo)
                values (:email, :name, :password, :locale, :zone, :demo) returning *
                """)
                .param("email", email)
                .param("name", name)
                .param("password", password)
                .param("locale", locale.toLanguageTag())
                .param("zone", zone.getId())
                .param("demo", demo)
                .query(PersonStore::person)
                .single();
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("""
                select * from person where id = :id
                """).param("id", id.value()).query(PersonStore::person).optional();
    }

    Optional<SignIn> signIn(String email, boolean demo) {
        return sql.sql("""
                select id, password from person where lower(email) = lower(:email) and (not demo or :demo)
                """)
                .param("email", email)
                .param("demo", demo)
                .query((row, number) ->
                        new SignIn(new PersonId(row.getObject("id", UUID.class)), row.getString("password")))
                .optional();
    }

    Optional<String> password(PersonId id) {
        return sql.sql("select password from person where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    boolean nobody(boolean demoToo) {
        return sql.sql("""
                select not exists (select from person where not demo or :demoToo)
                """).param("demoToo", demoToo).query(Boolean.class).single();
    }

    void update(PersonId id, String name, Locale locale, ZoneId zone) {
        sql.sql("update person set name = :name, locale = :locale, zone = :zone where id = :id")
                .param("name", name)
                .param("locale", locale.toLanguageTag())
                .param("zone", zone.getId())
                .param("id", id.value())
                .update();
    }

    void updatePassword(PersonId id, String password) {
        sql.sql("update person set password = :password where id = :id")
                .param("password", password)
                .param("id", id.value())
                .update();
    }

    /** Two who set up at once: the second waits, and then finds somebody. */
    void alone() {
        sql.sql("lock table person in share row exclusive mode").update();
    }

    record SignIn(PersonId person, String hash) {
        @Override
        public String toString() {
            return "SignIn[" + person + "]";
        }
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")));
    }
}
