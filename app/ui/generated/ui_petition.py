# From forms/screens/petition.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 信访 on screen, in the order of the register. `path` is the field of Petition.

################################################################################
## Form generated from reading UI file 'petition.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (CountRow, TickRow)
from app.ui.widgets.designed_rows import (AreaRow, ChoiceRow, DayRow, TextRow)

class Ui_PetitionForm(object):
    def setupUi(self, PetitionForm):
        if not PetitionForm.objectName():
            PetitionForm.setObjectName(u"PetitionForm")
        self.grid = QGridLayout(PetitionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.petitioner_name_row = TextRow(PetitionForm)
        self.petitioner_name_row.setObjectName(u"petitioner_name_row")
        self.petitioner_name_row.setProperty(u"path", u"petitioner.name")
        self.petitioner_name_row.setLimit(60)

        self.grid.addWidget(self.petitioner_name_row, 0, 0, 1, 1)

        self.petitioner_phone_row = TextRow(PetitionForm)
        self.petitioner_phone_row.setObjectName(u"petitioner_phone_row")
        self.petitioner_phone_row.setProperty(u"path", u"petitioner.phone")
        self.petitioner_phone_row.setLimit(30)

        self.grid.addWidget(self.petitioner_phone_row, 0, 1, 1, 1)

        self.petitioner_address_row = TextRow(PetitionForm)
        self.petitioner_address_row.setObjectName(u"petitioner_address_row")
        self.petitioner_address_row.setProperty(u"path", u"petitioner.address")
        self.petitioner_address_row.setLimit(200)

        self.grid.addWidget(self.petitioner_address_row, 0, 2, 1, 2)

        self.petitioner_id_type_row = ChoiceRow(PetitionForm)
        self.petitioner_id_type_row.setObjectName(u"petitioner_id_type_row")
        self.petitioner_id_type_row.setProperty(u"path", u"petitioner.id_type")

        self.grid.addWidget(self.petitioner_id_type_row, 1, 0, 1, 1)

        self.petitioner_id_no_row = TextRow(PetitionForm)
        self.petitioner_id_no_row.setObjectName(u"petitioner_id_no_row")
        self.petitioner_id_no_row.setProperty(u"path", u"petitioner.id_no")
        self.petitioner_id_no_row.setLimit(40)

        self.grid.addWidget(self.petitioner_id_no_row, 1, 1, 1, 1)

        self.request_people_row = CountRow(PetitionForm)
        self.request_people_row.setObjectName(u"request_people_row")
        self.request_people_row.setProperty(u"path", u"request.people")

        self.grid.addWidget(self.request_people_row, 1, 2, 1, 1)

        self.request_representatives_row = TextRow(PetitionForm)
        self.request_representatives_row.setObjectName(u"request_representatives_row")
        self.request_representatives_row.setProperty(u"path", u"request.representatives")
        self.request_representatives_row.setLimit(200)

        self.grid.addWidget(self.request_representatives_row, 1, 3, 1, 1)

        self.request_sort_row = ChoiceRow(PetitionForm)
        self.request_sort_row.setObjectName(u"request_sort_row")
        self.request_sort_row.setProperty(u"path", u"request.sort")
        self.request_sort_row.setMandatory(True)

        self.grid.addWidget(self.request_sort_row, 2, 0, 1, 1)

        self.request_form_row = ChoiceRow(PetitionForm)
        self.request_form_row.setObjectName(u"request_form_row")
        self.request_form_row.setProperty(u"path", u"request.form")
        self.request_form_row.setMandatory(True)

        self.grid.addWidget(self.request_form_row, 2, 1, 1, 1)

        self.request_arrival_row = ChoiceRow(PetitionForm)
        self.request_arrival_row.setObjectName(u"request_arrival_row")
        self.request_arrival_row.setProperty(u"path", u"request.arrival")
        self.request_arrival_row.setMandatory(True)

        self.grid.addWidget(self.request_arrival_row, 2, 2, 1, 1)

        self.origin_source_row = ChoiceRow(PetitionForm)
        self.origin_source_row.setObjectName(u"origin_source_row")
        self.origin_source_row.setProperty(u"path", u"origin.source")

        self.grid.addWidget(self.origin_source_row, 2, 3, 1, 1)

        self.request_topic_row = TextRow(PetitionForm)
        self.request_topic_row.setObjectName(u"request_topic_row")
        self.request_topic_row.setProperty(u"path", u"request.topic")
        self.request_topic_row.setLimit(100)

        self.grid.addWidget(self.request_topic_row, 3, 0, 1, 1)

        self.request_about_row = TextRow(PetitionForm)
        self.request_about_row.setObjectName(u"request_about_row")
        self.request_about_row.setProperty(u"path", u"request.about")
        self.request_about_row.setLimit(100)

        self.grid.addWidget(self.request_about_row, 3, 1, 1, 1)

        self.origin_received_on_row = DayRow(PetitionForm)
        self.origin_received_on_row.setObjectName(u"origin_received_on_row")
        self.origin_received_on_row.setProperty(u"path", u"origin.received_on")
        self.origin_received_on_row.setMandatory(True)

        self.grid.addWidget(self.origin_received_on_row, 3, 2, 1, 1)

        self.request_system_no_row = TextRow(PetitionForm)
        self.request_system_no_row.setObjectName(u"request_system_no_row")
        self.request_system_no_row.setProperty(u"path", u"request.system_no")
        self.request_system_no_row.setLimit(60)

        self.grid.addWidget(self.request_system_no_row, 3, 3, 1, 1)

        self.request_wanted_row = AreaRow(PetitionForm)
        self.request_wanted_row.setObjectName(u"request_wanted_row")
        self.request_wanted_row.setProperty(u"path", u"request.wanted")
        self.request_wanted_row.setMandatory(True)
        self.request_wanted_row.setLimit(2000)

        self.grid.addWidget(self.request_wanted_row, 4, 0, 1, 4)

        self.request_facts_row = AreaRow(PetitionForm)
        self.request_facts_row.setObjectName(u"request_facts_row")
        self.request_facts_row.setProperty(u"path", u"request.facts")
        self.request_facts_row.setMandatory(True)
        self.request_facts_row.setLimit(20000)

        self.grid.addWidget(self.request_facts_row, 5, 0, 1, 4)

        self.request_repeated_row = TickRow(PetitionForm)
        self.request_repeated_row.setObjectName(u"request_repeated_row")
        self.request_repeated_row.setProperty(u"path", u"request.repeated")

        self.grid.addWidget(self.request_repeated_row, 6, 0, 1, 2)

        self.request_in_system_row = TickRow(PetitionForm)
        self.request_in_system_row.setObjectName(u"request_in_system_row")
        self.request_in_system_row.setProperty(u"path", u"request.in_system")

        self.grid.addWidget(self.request_in_system_row, 6, 2, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(PetitionForm)

        QMetaObject.connectSlotsByName(PetitionForm)
    # setupUi

    def retranslateUi(self, PetitionForm):
        self.petitioner_name_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4fe1\u8bbf\u4eba", None))
        self.petitioner_name_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"\u59d3\u540d\u6216\u8005\u540d\u79f0", None))
        self.petitioner_phone_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u7535\u8bdd", None))
        self.petitioner_address_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4f4f\u5740", None))
        self.petitioner_id_type_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u8bc1\u4ef6\u7c7b\u578b", None))
        self.petitioner_id_no_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u8bc1\u4ef6\u53f7\u7801", None))
        self.request_people_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4eba\u6570", None))
        self.request_representatives_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4ee3\u8868", None))
        self.request_representatives_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"\u4e0d\u8d85\u8fc7 5 \u4eba\uff0c\u7528\u987f\u53f7\u9694\u5f00", None))
        self.request_sort_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u7c7b\u522b", None))
        self.request_form_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4fe1\u8bbf\u5f62\u5f0f", None))
        self.request_arrival_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u600e\u6837\u6536\u5230", None))
        self.origin_source_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u6765\u4ef6\u5355\u4f4d", None))
        self.request_topic_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u6982\u51b5", None))
        self.request_topic_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"\u4e00\u53e5\u8bdd\uff0c\u5217\u8868\u91cc\u770b", None))
        self.request_about_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u88ab\u53cd\u6620\u65b9", None))
        self.request_about_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"\u5355\u4f4d\u6216\u8005\u4e2a\u4eba", None))
        self.origin_received_on_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u6536\u5230\u65e5\u671f", None))
        self.request_system_no_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4fe1\u8bbf\u7cfb\u7edf\u7f16\u53f7", None))
        self.request_system_no_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"\u5f55\u5165\u7cfb\u7edf\u540e\u586b\u5199", None))
        self.request_wanted_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4fe1\u8bbf\u8bf7\u6c42", None))
        self.request_wanted_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"\u8981\u6c42\u89e3\u51b3\u4ec0\u4e48", None))
        self.request_facts_row.setCaption(QCoreApplication.translate("PetitionForm", u"\u4e8b\u5b9e\u548c\u7406\u7531", None))
        self.request_facts_row.setPlaceholder(QCoreApplication.translate("PetitionForm", u"Ctrl+Enter \u53bb\u4e0b\u4e00\u680f\uff1bCtrl+J \u9009\u5e38\u7528\u8bed", None))
        self.request_repeated_row.setCaption("")
        self.request_repeated_row.setSentence(QCoreApplication.translate("PetitionForm", u"\u91cd\u4fe1\u8bbf\uff08\u4ee5\u524d\u63d0\u8fc7\u540c\u4e00\u4e8b\u9879\uff09", None))
        self.request_in_system_row.setCaption("")
        self.request_in_system_row.setSentence(QCoreApplication.translate("PetitionForm", u"\u5df2\u5f55\u5165\u4fe1\u8bbf\u4fe1\u606f\u7cfb\u7edf", None))
        pass
    # retranslateUi
