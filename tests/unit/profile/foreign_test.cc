#include <doctest/doctest.h>

#include <string>

#include "profile/parts.h"

using namespace skillfit;

TEST_CASE("language: texts that the lexicon does not speak are told by their little words") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"English",
       "We are looking for an electrician with experience of the wiring rules. You install and test the "
       "panels on our sites, and you are at home with plans by others.",
       ""},
      {"a list of skills",
       "Java, Python, C, R, SQL, Docker, Kubernetes, Terraform, AWS, Azure, GCP, Kafka, Redis, "
       "Linux, Git, Jenkins, Maven, Gradle, JUnit, Spring, Hibernate, REST, gRPC, Go, Rust, Scala",
       ""},
      {"German",
       "Wir suchen für unsere Station eine Pflegekraft. Sie arbeiten mit den Ärzten und begleiten die "
       "Visiten, sind bei den Patienten und führen die Dokumentation sowie die Planung der Pflege.",
       "German"},
      {"German with English names of tools",
       "Entwicklung von Microservices mit Java und Spring Boot für den Handel, Betrieb auf Kubernetes in der Cloud, "
       "Aufbau einer Pipeline mit Jenkins und Docker, Beratung der Teams im Umgang mit Git und Testing.",
       "German"},
      {"French",
       "Nous recherchons pour notre équipe un électricien. Vous posez les câbles et les tableaux dans les "
       "logements, vous contrôlez la conformité aux normes et vous dépannez nos clients avec soin.",
       "French"},
      {"Spanish",
       "Buscamos una persona con experiencia para el equipo de ventas. Las tareas son la atención de los "
       "clientes, el seguimiento de las ofertas y la preparación de los informes del mes.",
       "Spanish"},
      {"Chinese",
       "\u6211\u4eec\u516c\u53f8\u6b63\u5728\u5bfb\u627e\u4e00\u4f4d\u6709\u7ecf\u9a8c\u7684\u4f1a\u8ba1"
       "\u52a0\u5165\u8d22\u52a1\u90e8\u95e8\u8d1f\u8d23\u65e5\u5e38\u8d26\u52a1\u5904\u7406 Excel, SAP",
       "a language that is not written in Latin letters"},
      {"a name in Cyrillic",
       "\u0418\u0432\u0430\u043d \u0418\u0432\u0430\u043d\u043e\u0432 Java developer with ten "
       "years of experience in the design and the operation of services",
       ""},
      {"too short to tell", "Wir suchen eine Pflegekraft für die Station.", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.name));
    CHECK(std::string(foreign_language(tokenize(normalize(std::string_view(c.text))))) == c.expected);
  }
}
