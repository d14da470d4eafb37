package io.tallygate.personnel;

import static io.tallygate.personnel.Calls.PEOPLE;
import static io.tallygate.personnel.Calls.aPerson;
import static io.tallygate.personnel.Calls.aRegisteredPerson;
import static io.tallygate.personnel.Calls.as;
import static io.tallygate.personnel.Calls.departmentIsThere;
import static io.tallygate.personnel.Calls.freshNumber;
import static io.tallygate.personnel.Calls.isProblem;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.testkit.DatabaseSwitch;
import io.tallygate.testkit.RelationalStores;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers hear while the database is away: that they may try again, and not that something is broken. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class StoreOutageResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @DatabaseSwitch
    private Consumer<Boolean> database = on -> {
        throw new IllegalStateException("the test resource has not given its switch");
    };

    private String person = "";

    @BeforeEach
    void aPersonIsThere() {
        departmentIsThere("RD");
        person = aRegisteredPerson("RD");
    }

    @AfterEach
    void giveItBack() {
        database.accept(true);
        await().atMost(PATIENCE).until(() -> as("secadmin").get(PEOPLE).statusCode() == 200);
    }

    @Test
    void shouldAnswerUnavailableWhileTheDatabaseIsAwayAndServeOnceItIsBack() {
        database.accept(false);

        isProblem(as("secadmin").get(PEOPLE + "/" + person).then(), 503, "UNAVAILABLE");
        isProblem(as("secadmin").get(PEOPLE).then(), 503, "UNAVAILABLE");
        isProblem(as("secadmin").body(aPerson(freshNumber(), "RD")).post(PEOPLE).then(), 503, "UNAVAILABLE");

        database.accept(true);

        await().atMost(PATIENCE)
                .until(() -> as("secadmin").get(PEOPLE + "/" + person).statusCode() == 200);
        aRegisteredPerson("RD");
    }
}
