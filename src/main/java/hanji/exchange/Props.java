package hanji.exchange;

import hanji.segment.Provenance;

/// What files of Hanji say beyond their format, and by which names.
final class Props {

    static final String VERSION_OF_HANJI = "1";

    static final String DIGEST = "x-hanji-digest";
    static final String PLACE = "x-hanji-place";
    static final String STATE = "x-hanji-state";

    /// of the unit when it went out, so that nobody's later work is lost when it comes back
    static final String VERSION = "x-hanji-version";

    static final String BY = "x-hanji-by";
    static final String MODEL = "x-hanji-model";
    static final String PROMPT = "x-hanji-prompt";
    static final String TOOL = "x-hanji-tool";

    /// unit whose approved text it is
    static final String FROM = "x-hanji-from";

    private Props() {}

    /// Who made a text: a name, or a model's; of one out of the memory, who approved it there.
    static String author(Provenance provenance) {
        return switch (provenance) {
            case Provenance.Machine machine -> machine.modelName();
            case Provenance.Memory memory -> memory.approvedBy();
            case Provenance.Human human -> human.editor();
        };
    }
}
