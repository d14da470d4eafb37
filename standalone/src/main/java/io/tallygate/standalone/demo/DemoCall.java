package io.tallygate.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One entry by one of the demo users.
 *
 * @param user who signs in for it
 * @param method POST of a new one, or PUT at its own address
 */
record DemoCall(@JsonProperty("as") String user, String method, String path, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of them; the demo's readers listen on this port and the next two. */
    static List<DemoCall> all(int firstReader) throws IOException {
        try (InputStream in = DemoCall.class.getResourceAsStream("/demo/calls.json")) {
            if (in == null) {
                throw new IOException("demo/calls.json is missing from this build");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@READER_0@", Integer.toString(firstReader))
                    .replace("@READER_1@", Integer.toString(firstReader + 1))
                    .replace("@READER_2@", Integer.toString(firstReader + 2));
            return JSON.readerForListOf(DemoCall.class).readValue(text);
        }
    }

    /** The same for the same entry, so that a repeated one is known again. */
    String idempotencyKey() {
        String name = body.path("serialNo")
                .asText(body.path("code").asText(body.path("personNo").asText()));
        return "demo-" + path.replaceAll("[^a-z]+", "-") + "-" + name;
    }

    /** Whose entry it is. */
    String service() {
        return path.split("/", -1)[2];
    }

    /** The address below which it is entered. */
    String collection() {
        return path.replaceAll("^(/api/[^/]+(?:/[^/]+)?).*", "$1");
    }

    /** What is entered, for messages. */
    String subject() {
        return method + " " + path + " " + idempotencyKey();
    }
}
