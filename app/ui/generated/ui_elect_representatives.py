# From forms/screens/elect_representatives.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Up to two representatives, elected in writing.

################################################################################
## Form generated from reading UI file 'elect_representatives.ui'
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

from app.ui.widgets.designed_rows import (ChoiceRow, DayRow)

class Ui_ElectRepresentativesForm(object):
    def setupUi(self, ElectRepresentativesForm):
        if not ElectRepresentativesForm.objectName():
            ElectRepresentativesForm.setObjectName(u"ElectRepresentativesForm")
        self.grid = QGridLayout(ElectRepresentativesForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.first_row = ChoiceRow(ElectRepresentativesForm)
        self.first_row.setObjectName(u"first_row")
        self.first_row.setProperty(u"path", u"first")
        self.first_row.setMandatory(True)

        self.grid.addWidget(self.first_row, 0, 0, 1, 1)

        self.second_row = ChoiceRow(ElectRepresentativesForm)
        self.second_row.setObjectName(u"second_row")
        self.second_row.setProperty(u"path", u"second")

        self.grid.addWidget(self.second_row, 0, 1, 1, 1)

        self.on_row = DayRow(ElectRepresentativesForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ElectRepresentativesForm)

        QMetaObject.connectSlotsByName(ElectRepresentativesForm)
    # setupUi

    def retranslateUi(self, ElectRepresentativesForm):
        self.first_row.setCaption(QCoreApplication.translate("ElectRepresentativesForm", u"\u4ee3\u8868\u4eba", None))
        self.first_row.setPlaceholder(QCoreApplication.translate("ElectRepresentativesForm", u"\u8f93\u5165\u59d3\u540d\u67e5\u627e", None))
        self.second_row.setCaption(QCoreApplication.translate("ElectRepresentativesForm", u"\u53e6\u4e00\u540d\u4ee3\u8868\u4eba", None))
        self.second_row.setPlaceholder(QCoreApplication.translate("ElectRepresentativesForm", u"\u53ef\u4ee5\u53ea\u63a8\u9009\u4e00\u540d", None))
        self.on_row.setCaption(QCoreApplication.translate("ElectRepresentativesForm", u"\u63a8\u9009\u65e5\u671f", None))
        pass
    # retranslateUi
