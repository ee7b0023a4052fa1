#pragma once

#include <QString>

namespace potstill {

/// What heads a column of a run's preview: it lies in the files in English, whoever reads them.
struct PreviewHeading {
    enum class Kind {
        Steps,         ///< "3 steps" of a student
        Teacher,       ///< "teacher 25 steps", beside its student (what older runs wrote)
        TeacherCalls,  ///< "teacher 50 NFE", beside its student
        Calls,         ///< "50 NFE" of a teacher
        Input,         ///< "input, t = 0.75": this and the next in the networks' view
        Student,       ///< "student"
        Judged,        ///< "student, 40 % real", as the discriminator says
        Answer,        ///< "teacher's answer"
        Other,
    };
    Kind kind = Kind::Other;
    QString value;  ///< the number in it; "" = none
};
PreviewHeading previewHeading(const QString& english);

}  // namespace potstill
