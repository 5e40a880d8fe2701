package hanji.supply;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks for secrets in what a program left: plain, encoded for an address, and in Base64 wherever
/// in the encoded text they begin.
record Marks(List<String> secrets) {

    /// Which secrets are in some bytes.
    List<String> in(byte[] bytes) {
        // one character for each byte, and the forms are all ASCII
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return secrets.stream()
                .filter(secret -> forms(secret).stream().anyMatch(text::contains))
                .toList();
    }

    /// Where any of them is: names, each with the secrets.
    Map<String, List<String>> in(Map<String, byte[]> all) {
        Map<String, List<String>> found = new TreeMap<>();
        all.forEach((name, bytes) -> {
            List<String> here = in(bytes);
            if (!here.isEmpty()) {
                found.put(name, here);
            }
        });
        return found;
    }

    private static List<String> forms(String secret) {
        List<String> forms = new ArrayList<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            forms.add(base64(secret, before));
        }
        return forms;
    }

    /// What every Base64 text has that encodes the secret behind so many bytes (modulo 3): without
    /// the characters that its neighbours have a part in.
    private static String base64(String secret, int before) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int whole = shifted.length - shifted.length % 3;
        String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
        return encoded.substring(before == 0 ? 0 : before + 1);
    }
}
