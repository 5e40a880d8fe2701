package hanji.web;

import hanji.account.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right that a call needs, in the language of its unit or its `lang` where it has one. On a
/// method it takes the place of its class's.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Needs {
    Right value();
}
