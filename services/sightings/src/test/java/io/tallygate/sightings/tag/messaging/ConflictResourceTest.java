package io.tallygate.sightings.tag.messaging;

import static io.tallygate.sightings.Gate.NOON;
import static io.tallygate.sightings.Gate.PATIENCE;
import static io.tallygate.sightings.Gate.aTag;
import static io.tallygate.sightings.Gate.anItem;
import static io.tallygate.sightings.Gate.awaitTold;
import static io.tallygate.sightings.Gate.holds;
import static io.tallygate.sightings.Gate.readsAt;
import static io.tallygate.sightings.Gate.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.sightings.v1.Sight;
import io.tallygate.contracts.sightings.v1.TagConflict;
import io.tallygate.testkit.DocumentStores;
import io.tallygate.testkit.TestKafka;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class ConflictResourceTest {

    @Test
    void shouldTellOfOneEpcAtTwoPortalsAtOnce() {
        String epc = aTag();
        String item = anItem();
        holds(item, epc, "RD", 4, 1);
        awaitTold(epc, "itemId", item);
        says(readsAt("P-101", -5500, epc, 0));
        awaitTold(epc, "history.size()", 1);

        says(readsAt("P-102", -5000, epc, 4));

        TagConflict told = await().atMost(PATIENCE)
                .until(() -> told(epc), all -> !all.isEmpty())
                .getFirst();
        assertThat(told.getItemId()).isEqualTo(item);
        assertThat(told.getKind()).isEqualTo("LAPTOP");
        assertThat(told.getDepartmentCode()).isEqualTo("RD");
        assertThat(told.getLevelRank()).isEqualTo(4);
        assertThat(told.getTravelTimeMs()).isEqualTo(10_000);
        assertThat(told.getSightsList())
                .extracting(Sight::getPortalCode, Sight::getRssiCentiDbm, Sight::getSeenAtUs)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("P-101", -5500, Micros.of(NOON)),
                        org.assertj.core.groups.Tuple.tuple("P-102", -5000, Micros.of(NOON.plusSeconds(4))));
    }

    @Test
    void shouldNotRepeatItselfWithEachRead() {
        String epc = aTag();
        for (int second = 0; second < 12; second += 2) {
            says(readsAt("P-101", -5500, epc, second));
            says(readsAt("P-102", -5500, epc, second + 1));
        }
        await().atMost(PATIENCE).until(() -> !told(epc).isEmpty());
        String marker = aTag();
        says(readsAt("P-101", -5500, marker, 0));
        says(readsAt("P-102", -5500, marker, 1));
        await().atMost(PATIENCE).until(() -> !told(marker).isEmpty());

        assertThat(told(epc)).hasSize(1);
    }

    @Test
    void shouldTellNothingOfATagThatWalksOrIsHardlySeen() {
        String walking = aTag();
        String faint = aTag();
        says(readsAt("P-101", -5500, walking, 0));
        says(readsAt("P-101", -5500, faint, 0));
        awaitTold(faint, "history.size()", 1);
        says(readsAt("P-102", -5500, walking, 15));
        says(readsAt("P-102", -7200, faint, 1));
        awaitTold(faint, "history.size()", 2);
        awaitTold(walking, "history.size()", 2);

        assertThat(told(walking)).isEmpty();
        assertThat(told(faint)).isEmpty();
    }

    private static List<TagConflict> told(String epc) {
        return TestKafka.read(Topic.SIGHTINGS_CONFLICTS, TagConflict.parser()).stream()
                .filter(conflict -> conflict.getEpc().equals(epc))
                .toList();
    }
}
