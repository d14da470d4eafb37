package io.tallygate.gate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.Tid;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskTagsTest {

    private static final Epc LAPTOP = new Epc("3414257BF4000000000003E9");
    private static final Epc DRIVE = new Epc("3414257BF4000000000003EA");
    private static final Tid CHIP = new Tid("E28011602000000000000001");
    private static final Tid OTHER_CHIP = new Tid("E28011602000000000000002");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final DeskTags tags = new DeskTags();

    @Test
    void shouldShowTheStrongestFirst() {
        tags.saw(DRIVE, null, -60, START);
        tags.saw(LAPTOP, CHIP, -45, START);

        assertThat(tags.at(START)).extracting(SeenTag::epc).containsExactly(LAPTOP, DRIVE);
    }

    @Test
    void shouldJoinAChipThatIsReadLaterToItsTag() {
        tags.saw(LAPTOP, null, -50, START);
        tags.saw(LAPTOP, CHIP, -48, START);
        tags.saw(LAPTOP, null, -52, START);

        assertThat(tags.at(START)).singleElement().satisfies(tag -> {
            assertThat(tag.tid()).isEqualTo(CHIP);
            assertThat(tag.rssiDbm()).isEqualTo(-48);
        });
    }

    @Test
    void shouldTakeTwoChipsThatSayTheSameForTwoTags() {
        tags.saw(LAPTOP, CHIP, -45, START);
        tags.saw(LAPTOP, OTHER_CHIP, -50, START);

        assertThat(tags.at(START)).extracting(SeenTag::tid).containsExactly(CHIP, OTHER_CHIP);
    }

    @Test
    void shouldKeepTheLongerOfTwoReadingsOfOneChip() {
        tags.saw(LAPTOP, new Tid("E2801160"), -45, START);
        tags.saw(LAPTOP, CHIP, -45, START);
        tags.saw(LAPTOP, new Tid("E2801160"), -45, START);

        assertThat(tags.at(START)).singleElement().satisfies(tag -> assertThat(tag.tid())
                .isEqualTo(CHIP));
    }

    @Test
    void shouldForgetATagThatIsTakenAway() {
        tags.saw(LAPTOP, CHIP, -45, START);
        tags.saw(DRIVE, null, -45, START.plusMillis(1_500));

        assertThat(tags.at(START.plus(DeskTags.STAYS).minusMillis(1))).hasSize(2);
        assertThat(tags.at(START.plus(DeskTags.STAYS))).extracting(SeenTag::epc).containsExactly(DRIVE);
    }

    @Test
    void shouldNotCallATagStrongForEverThatWasSoOnce() {
        tags.saw(LAPTOP, CHIP, -40, START);
        for (int tenth = 1; tenth <= 40; tenth++) {
            tags.saw(LAPTOP, CHIP, -65, START.plusMillis(tenth * 100L));
        }

        assertThat(tags.at(START.plusMillis(4_000)).getFirst().rssiDbm()).isEqualTo(-65);
    }

    @Test
    void shouldBoundWhatItRemembers() {
        for (int tag = 0; tag < 1_000; tag++) {
            tags.saw(new Epc("%024X".formatted(tag)), null, -50, START);
        }

        assertThat(tags.at(START)).hasSize(DeskTags.MOST);
    }

    @Test
    void shouldForgetEverythingWhenTheReaderGoesAway() {
        tags.saw(LAPTOP, CHIP, -45, START);

        tags.clear();

        assertThat(tags.at(START)).isEmpty();
    }
}
