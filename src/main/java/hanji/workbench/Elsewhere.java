package hanji.workbench;

/// How many texts of the same original say something else than an approved one.
///
/// @param drafts that nobody stands behind
/// @param personal that a person wrote or stands behind
/// @param more whether there are so many places that not all were looked at
public record Elsewhere(int drafts, int personal, boolean more) {

    public static final Elsewhere NOWHERE = new Elsewhere(0, 0, false);

    public boolean nowhere() {
        return drafts == 0 && personal == 0 && !more;
    }
}
