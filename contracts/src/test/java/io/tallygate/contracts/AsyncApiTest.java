package io.tallygate.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.tallygate.contracts.devices.v1.DeviceRegistered;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.personnel.v1.Person;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.sightings.v1.TagConflict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document says what the code does. */
class AsyncApiTest {

    private static final List<FileDescriptor> FILES = Stream.of(
                    DeviceRegistered.getDescriptor(),
                    Portal.getDescriptor(),
                    Incident.getDescriptor(),
                    Custody.getDescriptor(),
                    Person.getDescriptor(),
                    RegisterEntry.getDescriptor(),
                    Crossing.getDescriptor(),
                    TagConflict.getDescriptor())
            .map(message -> message.getFile())
            .toList();

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
    }

    @Test
    void shouldNameEveryTopicAndNoOther() {
        TreeSet<String> documented = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> documented.add(channel.get("address").asText()));
        TreeSet<String> real = new TreeSet<>();
        Topic.all().forEach(topic -> real.add(topic.topicName()));
        assertEquals(real, documented);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldSayHowEachTopicIsKept(Topic topic) {
        String policy = document.at("/channels/" + topic.topicName().replace('.', '-')
                        + "/bindings/kafka/topicConfiguration/cleanup.policy/0")
                .asText();
        assertEquals(topic.compacted() ? "compact" : "delete", policy);
    }

    @Test
    void shouldNameMessagesThatExist() {
        JsonNode messages = document.at("/components/messages");
        StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.get("name").asText())
                .forEach(name -> assertNotNull(find(name), name + " is in no proto"));
    }

    private static Object find(String fullName) {
        String simple = fullName.substring(fullName.lastIndexOf('.') + 1);
        return FILES.stream()
                .filter(file -> fullName.equals(file.getPackage() + "." + simple))
                .map(file -> file.findMessageTypeByName(simple))
                .findFirst()
                .orElse(null);
    }
}
