package io.tallygate.relational;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tallygate.commons.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Does a request once however often it is sent. The key and the answer are written in the transaction of the change itself, so
 * either both are there or neither. A refused request leaves no trace: sent again, it is judged again.
 */
@Singleton
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotencyStore store;
    private final ObjectMapper json;

    public Idempotency(IdempotencyStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * Runs {@code action} in a transaction, or gives the answer it gave the first time.
     *
     * @param key the Idempotency-Key header; null runs the action without remembering
     * @param operation what is done, e.g. {@code registerDevice}; keys of different operations do not meet
     * @param request what was asked, compared by its JSON
     * @throws io.tallygate.commons.problem.RefusalException 409 IDEMPOTENCY_KEY_REUSED when the key came with another request; 400
     *     when the key is not 1 to 200 visible ASCII characters; whatever {@code action} throws
     */
    public Response execute(
            @Nullable String key, String caller, String operation, Object request, Supplier<Response> action) {
        if (key == null) {
            return QuarkusTransaction.joiningExisting().call(action::get);
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalid("Idempotency-Key", "MALFORMED", "1 to 200 visible ASCII characters")
                    .asException();
        }
        IdempotencyStore.Id id = new IdempotencyStore.Id(caller, operation, key);
        String hash = hash(request);
        return QuarkusTransaction.joiningExisting()
                .call(() -> store.claim(id, hash) ? first(id, action) : again(id, hash));
    }

    private Response first(IdempotencyStore.Id id, Supplier<Response> action) {
        Response response = action.get();
        URI location = response.getLocation();
        store.remember(
                id,
                new IdempotencyStore.Answer(
                        response.getStatus(),
                        location == null ? null : location.toString(),
                        response.getEntityTag() == null
                                ? null
                                : response.getEntityTag().getValue(),
                        response.getEntity() == null ? null : write(response.getEntity())));
        return response;
    }

    private Response again(IdempotencyStore.Id id, String hash) {
        IdempotencyStore.Remembered remembered = store.find(id);
        if (!remembered.requestHash().equals(hash)) {
            throw Refusal.conflict("IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key came with another request before.")
                    .asException();
        }
        IdempotencyStore.Answer answer = remembered.answer();
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.location() != null) {
            // As a plain header: location() would make a path absolute, which the first answer may not have been.
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.entityTag() != null) {
            response.tag(answer.entityTag());
        }
        if (answer.body() != null) {
            response.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return response.build();
    }

    private String hash(Object request) {
        byte[] bytes = write(request).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request or answer of ours must be JSON", e);
        }
    }
}
