package io.tallygate.llrp.client;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.llrp.ltk.types.LLRPMessage;

/**
 * What a reader is asked again and again on one connection, and what its silence means. A reader that sends reads and KEEPALIVEs and
 * answers nothing any more looks perfectly healthy until the horn is needed: its next write would be unanswered, too.
 *
 * <p>An answer that refuses is an answer. A question that was never answered on this connection proves nothing by being unanswered
 * once more and is dropped, or a reader that does not know it would be lost for ever; and where nothing at all comes from the
 * reader, the line is to blame, which {@link KeepaliveWatch} sees to.
 */
final class StandingQuestion {

    private static final long NOT_SILENT = -1;

    private final Supplier<LLRPMessage> words;
    private final Requests requests;
    private final Tally tally;
    private final Consumer<String> whenMute;
    private boolean everAnswered;
    private boolean asks = true;
    private long heardWhenSilenceBegan = NOT_SILENT;

    /**
     * @param everAnswered whether the reader has answered it on this connection already
     * @param whenMute told when the reader answers nothing any more and is heard all the same
     */
    StandingQuestion(
            Supplier<LLRPMessage> words,
            Requests requests,
            Tally tally,
            boolean everAnswered,
            Consumer<String> whenMute) {
        this.words = words;
        this.requests = requests;
        this.tally = tally;
        this.everAnswered = everAnswered;
        this.whenMute = whenMute;
    }

    /** Whether the reader is still asked. */
    boolean isAsked() {
        return asks;
    }

    /** It is of no use to ask this reader. */
    void drop() {
        asks = false;
    }

    /** Asks, and hands on the answer when there is one. */
    void ask(Consumer<byte[]> then) {
        LLRPMessage question = words.get();
        long answeredBefore = requests.answered();
        if (heardWhenSilenceBegan == NOT_SILENT) {
            heardWhenSilenceBegan = tally.heard();
        }
        var unused = requests.askRaw(question).whenComplete((answer, failure) -> {
            if (answer == null) {
                unanswered(
                        question.getName(), requests.answered() > answeredBefore, String.valueOf(failure.getMessage()));
            } else {
                everAnswered = true;
                heardWhenSilenceBegan = NOT_SILENT;
                then.accept(answer);
            }
        });
    }

    private void unanswered(String question, boolean othersAnswered, String failure) {
        if (!everAnswered) {
            asks = false;
        } else if (othersAnswered) {
            heardWhenSilenceBegan = NOT_SILENT;
        } else if (tally.heard() > heardWhenSilenceBegan) {
            whenMute.accept("the reader sends and answers nothing: " + question + ": " + failure);
        }
    }
}
