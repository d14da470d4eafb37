package io.tallygate.devices.ledger;

import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.anUnclassifiedDesktop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.fresh;
import static io.tallygate.devices.Calls.freshEpc;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.register;
import static io.tallygate.devices.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.tallygate.testkit.RelationalStores;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several register at the same moment. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class RegisteringAtOnceResourceTest {

    @ParameterizedTest
    @CsvSource({"serialNo, DUPLICATE_SERIAL", "tag, DUPLICATE_EPC", "ledgerNo, DUPLICATE_LEDGER_NO"})
    void shouldLetOnlyOneHaveAKeyInARace(String shared, String code) throws Exception {
        Object value =
                switch (shared) {
                    case "tag" -> Map.of("epc", freshEpc());
                    case "ledgerNo" -> "WJ-" + fresh();
                    default -> "SN-RACE-" + fresh();
                };
        List<Callable<Response>> requests = IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(i -> () -> as("registrar")
                        .body(with(aSecretLaptop(), shared, value))
                        .post(DEVICES))
                .toList();

        List<Response> answers = allAtOnce(requests);

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> isProblem(answer.then(), 409, code));
    }

    @Test
    void shouldGiveDenseNumbersToManyAtOnce() throws Exception {
        int last = ordinal(register(anUnclassifiedDesktop()), "NC");
        List<Callable<Response>> requests = IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(
                        i -> () -> as("registrar").body(anUnclassifiedDesktop()).post(DEVICES))
                .toList();

        Set<Integer> given = new HashSet<>();
        allAtOnce(requests).forEach(answer -> given.add(ordinal(answer.then(), "NC")));

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(last + 1, last + 12).boxed().toList());
    }

    /** The running number of a device just registered. */
    static int ordinal(ValidatableResponse response, String ledger) {
        String number = response.statusCode(201).extract().path("ledgerNo");
        assertThat(number).startsWith(ledger + "-");
        return Integer.parseInt(number.substring(8));
    }

    private static List<Response> allAtOnce(List<Callable<Response>> requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<Response>> answers = threads.invokeAll(requests);
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
